#!/bin/sh
# Installs Debian packages that are missing: as root at once, otherwise it prints the command to run
# and stops with status 2. Does nothing where there is no dpkg.
set -eu
command -v dpkg-query >/dev/null 2>&1 || exit 0

missing=
for package in "$@" python3-venv; do
    dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
        missing="$missing $package"
done
# A Python that did not come from the distribution brings its own venv.
python3 -c 'import ensurepip, venv' 2>/dev/null && missing=$(printf '%s' "$missing" | sed 's/ python3-venv//')
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "Packages are missing; run: sudo apt-get install$missing" >&2
    exit 2
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $missing >/dev/null
