"""What the forms of a hire ask of their user: they show and write the person's identifiers."""

ADD_A_NEWCOMER = ("employees.add_operator", "employees.add_employment")
ADD_A_CONTRACT = (
    "employees.view_personal_data",
    "employees.change_operator",
    "employees.add_employment",
)
CHANGE_A_HIRE = (
    "employees.view_personal_data",
    "employees.change_operator",
    "employees.change_employment",
)
