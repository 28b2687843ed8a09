"""Many documents in one file: what it will hold, making it in the background, letting it go."""

from hr_docs.documents.bundles.ordering import order_bundle, repeat_bundle
from hr_docs.documents.bundles.plan import PrintPlan, plan_print

__all__ = ["PrintPlan", "order_bundle", "plan_print", "repeat_bundle"]
