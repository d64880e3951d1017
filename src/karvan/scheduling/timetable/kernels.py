"""The inner loops, compiled by Numba: Kempe chains on a proper edge colouring.

The state of a search is ``at`` (who meets in which slot), ``slot_of`` (the same, seen from the
meetings), ``busy`` (the slots of each participant as a mask), ``load`` (meetings a slot) and
``breaks``. Every kernel keeps the five consistent. Random numbers come from a 64-bit xorshift
generator held in an array of one, so that a run is the same everywhere.
"""

# A kernel may be longer than the house allows where splitting it would hide the algorithm.

from __future__ import annotations

import numpy as np
from numba import njit

_ONE = np.uint64(1)


@njit(cache=True, nogil=True, inline="always")
def next_random(rng):
    """Give the next 64 random bits (xorshift64*, Vigna 2016, doi:10.1145/2845077)."""
    x = rng[0]
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    rng[0] = x
    return x * np.uint64(0x2545F4914F6CDD1D)


@njit(cache=True, nogil=True, inline="always")
def random_below(rng, n):
    """Give a whole number in [0, n), n below 2**31."""
    return np.int64(((next_random(rng) >> np.uint64(32)) * np.uint64(n)) >> np.uint64(32))


@njit(cache=True, nogil=True, inline="always")
def count_bits(x):
    """Give the number of ones in a mask."""
    x = x - ((x >> _ONE) & np.uint64(0x5555555555555555))
    x = (x & np.uint64(0x3333333333333333)) + ((x >> np.uint64(2)) & np.uint64(0x3333333333333333))
    x = (x + (x >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((x * np.uint64(0x0101010101010101)) >> np.uint64(56))


@njit(cache=True, nogil=True)
def count_breaks(mask, grid):
    """Give the number of breaks of a participant busy in `mask`: gaps that hold a slot of `grid`.

    Slots that are neither busy nor in the grid do not separate: they are filled from below.
    """
    if mask == 0:
        return np.int64(0)
    neutral = ~(mask | grid)
    filled = mask
    while True:
        wider = filled | ((filled << _ONE) & neutral)
        if wider == filled:
            break
        filled = wider
    runs = filled & ~(filled << _ONE)
    # a run that is made of neutral slots alone cannot arise: a fill starts at a busy slot
    return count_bits(runs) - 1


@njit(cache=True, nogil=True)
def load_state(ends, slot_of, grid, at, busy, load, breaks):
    """Fill the derived parts of a state from `slot_of`; -1 there means not placed."""
    at[:] = -1
    busy[:] = 0
    load[:] = 0
    for m in range(len(slot_of)):
        s = slot_of[m]
        if s < 0:
            continue
        bit = _ONE << np.uint64(s)
        for side in range(2):
            p = ends[m, side]
            at[p, s] = m
            busy[p] |= bit
        load[s] += 1
    for p in range(len(busy)):
        breaks[p] = count_breaks(busy[p], grid[p])


@njit(cache=True, nogil=True)
def walk(ends, at, start, p, s, t, chain, length):
    """Follow the alternating path of slots s and t from meeting `start` (in s) through p.

    Appends the meetings to `chain`; gives the new length and the path's last participant, or -1
    for it when the path comes back to `start`.
    """
    here, there = s, t
    while True:
        m = at[p, there]
        if m < 0:
            return length, p
        if m == start:
            return length, -1
        chain[length] = m
        length += 1
        p = ends[m, 0] + ends[m, 1] - p
        here, there = there, here


@njit(cache=True, nogil=True)
def may_swap(chain, length, slot_of, allowed, s, t):
    """Whether every meeting of a chain is allowed in its other slot."""
    for i in range(length):
        m = chain[i]
        other = t if slot_of[m] == s else s
        if (allowed[m] >> np.uint64(other)) & _ONE == 0:
            return False
    return True


@njit(cache=True, nogil=True)
def keeps_order(chain, length, slot_of, link_start, links):
    """Whether the precedences of a chain's meetings hold."""
    for i in range(length):
        m = chain[i]
        for k in range(link_start[m], link_start[m + 1]):
            if (slot_of[links[k, 0]] - slot_of[m]) * links[k, 1] <= 0:
                return False
    return True


@njit(cache=True, nogil=True)
def swap_slots(chain, length, slot_of, s, t):
    """Exchange slots s and t along a chain, in `slot_of` alone."""
    for i in range(length):
        m = chain[i]
        slot_of[m] = s + t - slot_of[m]


@njit(cache=True, nogil=True)
def place_chain(chain, length, slot_of, ends, at, s, t):
    """Bring `at` into line with `slot_of` after a swap; ends of the chain are cleared first."""
    for i in range(length):
        m = chain[i]
        old = s + t - slot_of[m]
        at[ends[m, 0], old] = -1
        at[ends[m, 1], old] = -1
    for i in range(length):
        m = chain[i]
        at[ends[m, 0], slot_of[m]] = m
        at[ends[m, 1], slot_of[m]] = m


@njit(cache=True, nogil=True)
def anneal(
    steps, thresholds, price, crowding, rng, target,
    ends, allowed, grid, link_start, links, n_tables,
    slot_of, at, busy, load, breaks, chain, best,
):  # fmt: skip
    """Run Kempe-chain annealing at one temperature.

    Parameters
    ----------
    thresholds : ndarray of uint64
        A move that makes the price d worse is taken when 32 random bits lie below ``thresholds[d]``.
    price : ndarray of int64
        What a participant with b breaks costs.
    target : int
        Price at which to stop at once.
    best : ndarray, int16, shape (n_meetings,)
        Receives the cheapest `slot_of` met, when it is cheaper than at the start.

    Returns
    -------
    tuple of int
        Steps made, price of the state, price of `best` (the start's when nothing was cheaper).
    """
    n = len(slot_of)
    n_slots = len(load)
    total = np.int64(0)
    for p in range(len(busy)):
        total += price[breaks[p]]
    excess = np.int64(0)
    for slot in range(len(load)):
        excess += max(np.int64(0), np.int64(load[slot]) - n_tables)
    lowest = total if excess == 0 else np.int64(1) << np.int64(60)
    has_order = len(links) > 0
    worst = len(thresholds) - 1
    is_saved = True
    for _ in range(steps):
        if lowest <= target:
            break
        m = random_below(rng, n)
        s = np.int64(slot_of[m])
        t = random_below(rng, n_slots)
        if t == s or (allowed[m] >> np.uint64(t)) & _ONE == 0:
            continue
        chain[0] = m
        length, right = walk(ends, at, m, ends[m, 1], s, t, chain, 1)
        left = np.int64(-1)
        if right >= 0:
            length, left = walk(ends, at, m, ends[m, 0], s, t, chain, length)
        if not may_swap(chain, length, slot_of, allowed, s, t):
            continue
        shift = np.int64(0)
        crowd = np.int64(0)
        if length & 1:
            in_s = 0
            for i in range(length):
                if slot_of[chain[i]] == s:
                    in_s += 1
            shift = length - 2 * in_s
            if shift > 0:
                crowd = np.int64(load[s] >= n_tables) - np.int64(load[t] > n_tables)
            else:
                crowd = np.int64(load[t] >= n_tables) - np.int64(load[s] > n_tables)
        bits = (_ONE << np.uint64(s)) | (_ONE << np.uint64(t))
        delta = np.int64(0)
        new_left = np.int64(0)
        new_right = np.int64(0)
        if right >= 0:
            new_left = count_breaks(busy[left] ^ bits, grid[left])
            new_right = count_breaks(busy[right] ^ bits, grid[right])
            delta = price[new_left] + price[new_right] - price[breaks[left]] - price[breaks[right]]
            worse = delta + crowding * crowd
            if worse > 0:
                if worse > worst:
                    continue
                if (next_random(rng) >> np.uint64(32)) >= thresholds[worse]:
                    continue
        if not is_saved and (delta > 0 or crowd > 0):
            best[:] = slot_of
            is_saved = True
        swap_slots(chain, length, slot_of, s, t)
        if has_order and not keeps_order(chain, length, slot_of, link_start, links):
            swap_slots(chain, length, slot_of, s, t)
            continue
        place_chain(chain, length, slot_of, ends, at, s, t)
        load[s] += shift
        load[t] -= shift
        if right >= 0:
            busy[left] ^= bits
            busy[right] ^= bits
            breaks[left] = new_left
            breaks[right] = new_right
            total += delta
            excess += crowd
            if total < lowest and excess == 0:
                lowest = total
                is_saved = False
    if not is_saved:
        # the cheapest state is the present one, or one of the same price reached from it
        best[:] = slot_of
    return total, lowest


@njit(cache=True, nogil=True)
def place_directly(m, ends, allowed, n_tables, slot_of, at, busy, load):
    """Place a meeting in the emptiest slot that is free for both; whether there was one."""
    a, b = ends[m, 0], ends[m, 1]
    free = allowed[m] & ~busy[a] & ~busy[b]
    chosen = -1
    for s in range(len(load)):
        if (free >> np.uint64(s)) & _ONE and load[s] < n_tables and (chosen < 0 or load[s] < load[chosen]):
            chosen = s
    if chosen < 0:
        return False
    put(m, chosen, ends, slot_of, at, busy, load)
    return True


@njit(cache=True, nogil=True)
def put(m, s, ends, slot_of, at, busy, load):
    """Place meeting m in slot s, which must be free for both."""
    bit = _ONE << np.uint64(s)
    for side in range(2):
        p = ends[m, side]
        at[p, s] = m
        busy[p] |= bit
    slot_of[m] = s
    load[s] += 1


@njit(cache=True, nogil=True)
def take(m, ends, slot_of, at, busy, load):
    """Take meeting m out of its slot."""
    s = slot_of[m]
    bit = ~(_ONE << np.uint64(s))
    for side in range(2):
        p = ends[m, side]
        at[p, s] = -1
        busy[p] &= bit
    slot_of[m] = -1
    load[s] -= 1


@njit(cache=True, nogil=True)
def place_by_chain(m, ends, allowed, n_tables, slot_of, at, busy, load, chain):
    """Place a meeting by flipping one Kempe chain (the step of Koenig's theorem).

    With s free for one participant and t for the other, the chain of s and t that starts at the
    second one frees s for it, unless it ends at the first (never so in a bipartite meeting graph).
    """
    n_slots = len(load)
    for side in range(2):
        a, b = ends[m, side], ends[m, 1 - side]
        for s in range(n_slots):
            bit = _ONE << np.uint64(s)
            if allowed[m] & bit == 0 or busy[a] & bit or load[s] >= n_tables:
                continue
            first = at[b, s]
            if first < 0:
                continue
            for t in range(n_slots):
                if t == s or busy[b] & (_ONE << np.uint64(t)):
                    continue
                chain[0] = first
                other = ends[first, 0] + ends[first, 1] - b
                length, last = walk(ends, at, first, other, s, t, chain, 1)
                if last == a or not may_swap(chain, length, slot_of, allowed, s, t):
                    continue
                shift = length & 1
                # an odd chain that starts in s moves one meeting from s to t
                if (shift and load[t] >= n_tables) or load[s] - shift >= n_tables:
                    continue
                swap_slots(chain, length, slot_of, s, t)
                place_chain(chain, length, slot_of, ends, at, s, t)
                load[s] -= shift
                load[t] += shift
                bits = bit | (_ONE << np.uint64(t))
                busy[b] ^= bits
                busy[last] ^= bits
                put(m, s, ends, slot_of, at, busy, load)
                return True
    return False


@njit(cache=True, nogil=True)
def construct(order, ends, allowed, n_tables, slot_of, at, busy, load, chain, left_out):
    """Place meetings one after the other, directly or by a chain.

    Returns
    -------
    int
        Number of meetings left out; they stand in ``left_out[:result]``.
    """
    failed = 0
    for i in range(len(order)):
        m = order[i]
        if place_directly(m, ends, allowed, n_tables, slot_of, at, busy, load):
            continue
        if place_by_chain(m, ends, allowed, n_tables, slot_of, at, busy, load, chain):
            continue
        left_out[failed] = m
        failed += 1
    return failed


@njit(cache=True, nogil=True)
def is_possible(m, s, slot_of, link_start, links):
    """Whether meeting m in slot s keeps the order with the meetings that are placed."""
    for k in range(link_start[m], link_start[m + 1]):
        other = slot_of[links[k, 0]]
        if other >= 0 and (other - s) * links[k, 1] <= 0:
            return False
    return True


@njit(cache=True, nogil=True)
def force_in(m, s, ends, n_tables, slot_of, at, busy, load, link_start, links, rng, out, failed):
    """Place m in s and push out whatever is in the way; gives the new length of `out`."""
    for side in range(2):
        rival = at[ends[m, side], s]
        if rival >= 0:
            take(rival, ends, slot_of, at, busy, load)
            out[failed] = rival
            failed += 1
    for k in range(link_start[m], link_start[m + 1]):
        rival = links[k, 0]
        if slot_of[rival] >= 0 and (slot_of[rival] - s) * links[k, 1] <= 0:
            take(rival, ends, slot_of, at, busy, load)
            out[failed] = rival
            failed += 1
    if load[s] >= n_tables:
        n = at.shape[0]
        p = random_below(rng, n)
        while at[p, s] < 0:
            p = (p + 1) % n
        rival = at[p, s]
        take(rival, ends, slot_of, at, busy, load)
        out[failed] = rival
        failed += 1
    put(m, s, ends, slot_of, at, busy, load)
    return failed


@njit(cache=True, nogil=True)
def eject(
    steps, rng, ends, allowed, n_tables, slot_of, at, busy, load, link_start, links, weight, out, failed
):  # fmt: skip
    """Place the meetings of ``out[:failed]`` by pushing others out, the seldom pushed ones first.

    Each meeting has a weight, raised whenever it is pushed out; a meeting goes where the weight of
    what it pushes out is least (a weighted min-conflicts rule: Minton et al. 1992,
    doi:10.1016/0004-3702(92)90007-K). Gives the number of meetings still left out.
    """
    n_slots = len(load)
    for _ in range(steps):
        if failed == 0:
            break
        i = random_below(rng, failed)
        m = out[i]
        failed -= 1
        out[i] = out[failed]
        chosen, least = -1, np.int64(1) << np.int64(60)
        ties = 0
        for s in range(n_slots):
            if (allowed[m] >> np.uint64(s)) & _ONE == 0:
                continue
            cost = np.int64(0)
            for side in range(2):
                rival = at[ends[m, side], s]
                if rival >= 0:
                    cost += weight[rival]
            if cost == 0 and load[s] >= n_tables:
                cost += 4
            for k in range(link_start[m], link_start[m + 1]):
                rival = links[k, 0]
                if slot_of[rival] >= 0 and (slot_of[rival] - s) * links[k, 1] <= 0:
                    cost += weight[rival]
            if cost < least:
                chosen, least, ties = s, cost, 1
            elif cost == least:
                ties += 1
                if random_below(rng, ties) == 0:
                    chosen = s
        before = failed
        failed = force_in(m, chosen, ends, n_tables, slot_of, at, busy, load, link_start, links, rng, out, failed)
        for j in range(before, failed):
            weight[out[j]] += 1
    return failed
