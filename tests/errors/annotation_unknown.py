# Annotation unknown.
def f(n: integer):  # error[invalid-signature]: `integer` is a family of types
    return n
