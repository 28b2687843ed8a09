"""The sample of the table."""

from django.http import HttpRequest, HttpResponse

from employees.importing.sample import sample_workbook
from hr_docs.access.gate import allowed
from hr_docs.pages.downloads import file_answer


@allowed("employees.import_operators")
def import_sample(_request: HttpRequest) -> HttpResponse:
    """Invented people, all columns, and a sheet that explains them."""
    return file_answer(sample_workbook(), "Образец таблицы операторов.xlsx")
