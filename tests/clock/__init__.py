"""Which day the tests play, and how every process under test gets its clock."""
