# A file without functions.
# error[nothing-to-export]:
LIMIT = 10
