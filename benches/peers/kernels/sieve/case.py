from bench.case import Case

CASES = [Case("sieve", "sieve up to a million", lambda n: [n], lambda n: [], forms={"numpy": "slices"})]
