"""«Почему этот пункт здесь?», and the reading of finished Word files behind it."""

import pytest
from django.contrib.auth.models import User

from hr_docs.documents.issuing.drafting import render_docx
from hr_docs.documents.issuing.packs import freeze_pack, pack_versions
from hr_docs.documents.legal.reasons import reasons_for
from hr_docs.documents.legal.word_text import WordText
from hr_docs.documents.masters.versions import add_version, current_version
from tests.documents.master_papers import KINDS, PEOPLE, template_of
from tests.documents.word_changes import with_text
from tests.factories import make_employment

CONTRACT = "employment_contract"


def contract_of(employment):
    return freeze_pack(employment=employment, versions=pack_versions([CONTRACT]))[0]


def reason(document, beginning):
    return next(one for one in reasons_for(document) if one.text.startswith(beginning))


@pytest.mark.django_db
class TestReasons:
    def test_a_clause_names_its_fact_its_article_and_why(self):
        found = reason(contract_of(make_employment(fixed_term=True)), "Договор является срочным")
        assert found.clause == "2.6"
        assert found.basis == ("ТК РФ ст. 57 ч. 2, 58, 59",)
        (fact,) = found.facts
        assert (fact.fact, fact.value) == ("договор.срочный", "да")
        assert fact.words == "договор заключён на срок"

    def test_an_else_branch_says_that_the_condition_fails(self):
        found = reason(contract_of(make_employment()), "Договор заключён на неопределённый")
        assert found.facts[0].value == "нет"
        assert found.facts[0].words.startswith("условие не выполнено")

    def test_only_clauses_that_are_printed_are_explained(self):
        document = contract_of(make_employment(fixed_term=True))
        printed = {line.text for line in WordText.read(render_docx(document)).lines}
        found = reasons_for(document)
        assert len(found) > 10
        assert all(one.text in {" ".join(text.split()) for text in printed} for one in found)
        assert all(one.facts for one in found)

    def test_a_no_break_space_in_a_fact_is_no_other_value(self):
        version = current_version(CONTRACT)
        condition = "{%p if договор.место == 'г. Самара' %}"
        content = with_text(bytes(version.content), "{%p if договор.срочный %}", condition)
        add_version(
            master=version.master, content=content, uploaded_by=User.objects.create_user("maker")
        )
        document = contract_of(make_employment(fixed_term=True, employer__city="г. Самара"))
        assert reason(document, "Договор является срочным").facts[0].fact == "договор.место"

    def test_an_edited_master_keeps_what_was_left_as_it_was(self):
        version = current_version(CONTRACT)
        old = "Договор заключён на неопределённый срок."
        content = with_text(bytes(version.content), old, "Договор бессрочный.")
        user = User.objects.create_user("maker")
        add_version(master=version.master, content=content, uploaded_by=user)
        document = contract_of(make_employment())
        changed = reason(document, "Договор бессрочный")
        assert (changed.basis, changed.facts[0].value) == ((), "нет")
        assert reason(document, "Место работы").basis == ("ТК РФ ст. 57 ч. 2",)


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_are_those_that_are_printed(kind):
    from hr_docs.engine.wordml.content import Paragraph, Table
    from hr_docs.engine.wordml.reading.document import read_document

    def labels(blocks):
        for block in blocks:
            if isinstance(block, Paragraph) and block.label and block.content:
                yield block.label.text.strip()
            elif isinstance(block, Table):
                for row in block.rows:
                    for cell in row.cells:
                        yield from labels(cell.blocks)

    docx = template_of(kind).render(next(iter(PEOPLE.values())))
    sections = read_document(docx).document.sections
    printed = [label for section in sections for label in labels(section.blocks) if label]
    assert [line.label for line in WordText.read(docx).lines if line.label] == printed
