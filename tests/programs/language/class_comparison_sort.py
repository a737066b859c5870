# Sorting and selecting instances with min, max, sorted and keys.


class Card:
    def __init__(self, suit, rank):
        self.suit = suit
        self.rank = rank

    def __lt__(self, other):
        if self.rank == other.rank:
            return self.suit < other.suit
        return self.rank < other.rank


def hand(seed, n):
    cards = []
    for i in range(n):
        seed = (seed * 16807) % 2147483647
        cards.append(Card(seed % 4, seed % 13))
    cards.sort()
    best = max(cards, key=lambda c: c.rank * 4 + c.suit)
    return [(c.rank, c.suit) for c in cards], best.rank


# run: hand(7, 6)
# run: hand(1, 1)
