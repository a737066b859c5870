# Ten levels of nested control flow.


def count(n):
    c = 0
    for a in range(n):
        if a % 2 == 0:
            for b in range(n):
                if b > a:
                    while c % 7 != 3:
                        if c % 5 == 4:
                            c += 3
                        else:
                            if a + b > 3:
                                c += 2
                            else:
                                c += 1
                    c += a * b
                elif b == a:
                    continue
                else:
                    c -= 1
    return c


# run: count(0)
# run: count(3)
# run: count(6)
# run: count(11)
