"""Who went from which school type to which.

Two kinds that are never mixed: *pseudo-cohorts* lay the stocks of two counts side by side (nobody is followed, nothing
is called doorstroom); *flows* count persons of an enrolment file that is read in place, outside the product's storage.
"""
