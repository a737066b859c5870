from bench.case import Case, uniform

CASES = [Case("histogram", "histogram, 100 bins", lambda n: [uniform(n)], lambda x: [x.size])]
