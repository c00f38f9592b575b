"""One person: enrolment, invitations, accounts, data protection and practice."""
