"""The inner loop of large timetables: Kempe chains that start at a participant, under smoothed prices.

``mate[s, p]`` is whom participant p meets in slot s, or -1. A chain of slots s and t is followed by lookups in
two rows of this table, and exchanging the two entries of everybody on it moves its meetings. Where each
meeting is only matters if its slots are not just those of its participants, or if meetings have an order: a
timetable without these is *plain*, and `at` and `slot_of` are then read from the table when they are wanted.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from karvan.scheduling.timetable.kernels import (
    count_bits,
    keeps_order,
    may_swap,
    place_chain,
    swap_slots,
    walk,
)

_ONE = np.uint64(1)
_SCATTER = np.uint64(0x2545F4914F6CDD1D)


@njit(cache=True, nogil=True, inline="always")
def lowest_slot(mask):
    """Give the lowest slot of a mask that is not empty."""
    return count_bits((mask & (~mask + _ONE)) - _ONE)


@njit(cache=True, nogil=True, inline="always")
def fill_down(mask):
    """Give the slots up to the highest one of a mask."""
    mask |= mask >> _ONE
    mask |= mask >> np.uint64(2)
    mask |= mask >> np.uint64(4)
    mask |= mask >> np.uint64(8)
    mask |= mask >> np.uint64(16)
    return mask | (mask >> np.uint64(32))


@njit(cache=True, nogil=True)
def price_gaps(mask, grid, gap_price, count_price):
    """Give the price of a participant busy in `mask`: of each gap by its idle slots, and of their number."""
    if mask == 0:
        return np.int64(0)
    lowest = mask & (~mask + _ONE)
    gaps = fill_down(mask) & ~(lowest - _ONE) & ~mask
    price = np.int64(0)
    count = 0
    while gaps != 0:
        above = gaps + (gaps & (~gaps + _ONE))
        idle = count_bits(gaps & ~above & grid)
        price += gap_price[idle]
        count += idle > 0
        gaps &= above
    return price + count_price[count]


@njit(cache=True, nogil=True)
def price_all(busy, grid, gap_price, count_price, prices):
    """Fill the price of every participant."""
    for p in range(len(busy)):
        prices[p] = price_gaps(busy[p], grid[p], gap_price, count_price)


@njit(cache=True, nogil=True)
def fill_mates(ends, slot_of, mate):
    """Fill the table of who meets whom from the slots of the meetings."""
    mate[:] = -1
    for m in range(len(slot_of)):
        left, right = ends[m, 0], ends[m, 1]
        mate[slot_of[m], left] = right
        mate[slot_of[m], right] = left


@njit(cache=True, nogil=True)
def read_slots(ends, mate, at, slot_of):
    """Fill `at` and `slot_of` from the table of who meets whom.

    Meetings of the same two participants are alike; their slots are dealt out in order.
    """
    at[:] = -1
    for m in range(len(ends)):
        left, right = ends[m, 0], ends[m, 1]
        for s in range(len(mate)):
            if mate[s, left] == right and at[left, s] < 0:
                at[left, s] = m
                at[right, s] = m
                slot_of[m] = s
                break


@njit(cache=True, nogil=True, inline="always")
def stir(x):
    """Give the next state of the random numbers (xorshift64*); multiplied by `_SCATTER` it is their next one."""
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    return x


@njit(cache=True, nogil=True, inline="always")
def is_taken(worse, chance, thresholds):
    """Whether a move that costs `worse` more is made under a random number of 32 bits."""
    return worse <= 0 or (worse < len(thresholds) and chance < thresholds[worse])


@njit(cache=True, nogil=True)
def far_end(mate, s, t, left):
    """Follow the chain of slots s and t that begins with the meeting of `left` in s; gives its last participant.

    The second value is 1 where the last meeting, like the first, lies in s: the chain then takes one
    meeting more from s to t than back.
    """
    p = np.int64(mate[s, left])
    while True:
        q = np.int64(mate[t, p])
        if q < 0:
            return p, 1
        p = q
        q = np.int64(mate[s, p])
        if q < 0:
            return p, 0
        p = q


@njit(cache=True, nogil=True)
def flip(mate, s, t, left):
    """Exchange slots s and t along the chain that begins with the meeting of `left` in s."""
    p, q = np.int64(left), np.int64(mate[s, left])
    while True:
        mate[s, p], mate[t, p] = mate[t, p], mate[s, p]
        if q < 0:
            return
        p, q = q, np.int64(mate[t, q])
        mate[s, p], mate[t, p] = mate[t, p], mate[s, p]
        if q < 0:
            return
        p, q = q, np.int64(mate[s, q])


@njit(cache=True, nogil=True)
def swap_meetings(m, left, s, t, ends, allowed, link_start, links, slot_of, at, chain):
    """Exchange slots s and t of the meetings of a chain that begins with m of `left`; whether that is allowed."""
    chain[0] = m
    length, _ = walk(ends, at, m, ends[m, 0] + ends[m, 1] - left, s, t, chain, 1)
    if not may_swap(chain, length, slot_of, allowed, s, t):
        return False
    swap_slots(chain, length, slot_of, s, t)
    if len(links) > 0 and not keeps_order(chain, length, slot_of, link_start, links):
        swap_slots(chain, length, slot_of, s, t)
        return False
    place_chain(chain, length, slot_of, ends, at, s, t)
    return True


@njit(cache=True, nogil=True)
def choose_mend(now, lost, got, own, grid, most, chance, luck, thresholds, gap_price, count_price):
    """Choose how a participant that lost one slot and got another makes good for it.

    Either it passes on the slot it got, for one beside a slot it has; or it takes back the one it lost, for
    one at an end of a run of busy slots. Those of a price above `most` by what `chance` allows are left out;
    the others are equally likely.

    Returns
    -------
    tuple of int
        Slot to lose (-1: there is none), slot to gain, and the price of the participant then.
    """
    bit_lost, bit_got = _ONE << np.uint64(lost), _ONE << np.uint64(got)
    chosen_s, chosen_t, chosen_price, count = np.int64(-1), np.int64(-1), np.int64(0), 0
    base = now ^ bit_got
    rest = ((base << _ONE) | (base >> _ONE)) & own & ~now & ~bit_lost
    for turn in range(2):
        while rest != 0:
            bit = rest & (~rest + _ONE)
            rest &= rest - _ONE
            price = price_gaps(base ^ bit, grid, gap_price, count_price)
            if is_taken(price - most, chance, thresholds):
                count += 1
                luck = stir(luck)
                if (((luck * _SCATTER) >> np.uint64(32)) * np.uint64(count)) >> np.uint64(32) == 0:
                    chosen_price = price
                    chosen_s = np.int64(got) if turn == 0 else lowest_slot(bit)
                    chosen_t = lowest_slot(bit) if turn == 0 else np.int64(lost)
        if turn == 0 and own & bit_lost:
            base = now | bit_lost
            rest = base & ~((base << _ONE) & (base >> _ONE)) & ~bit_got & ~bit_lost
    return chosen_s, chosen_t, chosen_price


@njit(cache=True, nogil=True)
def take_back(
    made, gap_price, count_price, ends, allowed, grid, link_start, links, is_plain, mate, slot_of, at, busy, load,
    prices, chain, log,
):  # fmt: skip
    """Undo the first `made` chains of `log`, the last one first."""
    for i in range(made - 1, -1, -1):
        left, t, s = log[i, 0], log[i, 1], log[i, 2]
        right, odd = far_end(mate, s, t, left)
        if not is_plain:
            swap_meetings(at[left, s], left, s, t, ends, allowed, link_start, links, slot_of, at, chain)
        flip(mate, s, t, left)
        load[s] -= odd
        load[t] += odd
        both = (_ONE << np.uint64(s)) | (_ONE << np.uint64(t))
        for p in (left, right):
            busy[p] ^= both
            prices[p] = price_gaps(busy[p], grid[p], gap_price, count_price)


@njit(cache=True, nogil=True)
def relay(
    left, s, t, luck, thresholds, gap_price, count_price, load_price,
    ends, allowed, own, grid, link_start, links, is_plain, mate, slot_of, at, busy, load, prices, chain, log,
):  # fmt: skip
    """Give participant `left` slot t for slot s, with whatever chains this needs; gives their number, 0 if refused.

    A chain that leaves its last participant with a price that is too high is followed by another one, by
    which that participant makes good for it (`choose_mend`) and so on, up to ``len(log)`` chains. The lower
    32 bits of `luck` decide what may be paid for the whole move; if that is never low enough, all is undone.
    """
    chance = luck & np.uint64(0xFFFFFFFF)
    bit_s, bit_t = _ONE << np.uint64(s), _ONE << np.uint64(t)
    mended = price_gaps(busy[left] ^ (bit_s | bit_t), grid[left], gap_price, count_price)
    # what those pay more who are done with, and what the slots do
    worse, crowd = mended - prices[left], np.int64(0)
    made = 0
    while made < len(log):
        right, odd = far_end(mate, s, t, left)
        bit_s, bit_t = _ONE << np.uint64(s), _ONE << np.uint64(t)
        both = bit_s | bit_t
        if own[right] & (bit_t if odd else bit_s) == 0:
            break
        more = np.int64(0)
        if odd:
            more = load_price[load[s] - 1] - load_price[load[s]] + load_price[load[t] + 1] - load_price[load[t]]
        right_price = price_gaps(busy[right] ^ both, grid[right], gap_price, count_price)
        is_last = is_taken(worse + crowd + more + right_price - prices[right], chance, thresholds)
        if not is_last and made + 1 == len(log):
            break
        if not is_plain and not swap_meetings(
            at[left, s], left, s, t, ends, allowed, link_start, links, slot_of, at, chain
        ):
            break
        flip(mate, s, t, left)
        load[s] -= odd
        load[t] += odd
        busy[left] ^= both
        busy[right] ^= both
        prices[left] = mended
        log[made, 0], log[made, 1], log[made, 2] = left, s, t
        made += 1
        if is_last:
            prices[right] = right_price
            return made
        crowd += more
        luck = stir(luck)
        lost, got = (s, t) if odd else (t, s)
        left = right
        s, t, mended = choose_mend(
            busy[left], lost, got, own[left], grid[left], prices[left] - worse, chance, luck,
            thresholds, gap_price, count_price,
        )  # fmt: skip
        if s < 0:
            break
        worse += mended - prices[left]
    take_back(
        made, gap_price, count_price, ends, allowed, grid, link_start, links, is_plain, mate, slot_of, at, busy, load,
        prices, chain, log,
    )  # fmt: skip
    return 0


@njit(cache=True, nogil=True)
def anneal_smoothly(
    steps, moves, people, rng, thresholds, gap_price, count_price, load_price,
    ends, allowed, own, grid, link_start, links, is_plain, mate, slot_of, at, busy, load, prices, chain, log,
):  # fmt: skip
    """Make annealing steps at one temperature; gives the number of moves made.

    A step gives a participant one slot for another along the Kempe chain that begins there, and further
    chains where that helps (`relay`). What the participant itself pays is looked at before the chain is
    followed, under the same random number that decides on the whole move.

    Parameters
    ----------
    moves : ndarray, shape (most_moves, 2), uint64
        Receives the moves made, for `repeat`: slots and participant in one number, and the luck.
        The steps end where it is full; of length 0, nothing is recorded.
    people : ndarray of int32
        Participants whose slots may change first; another one's change at the end of the chain.
    thresholds : ndarray of uint64
        A move that makes the price d worse is taken when 32 random bits lie below ``thresholds[d]``.
    gap_price, count_price : ndarray of int64
        Price of a gap of n idle slots, and of a participant's n breaks.
    load_price : ndarray of int64
        Price of a slot with n meetings.
    own : ndarray of uint64
        Slots that each participant may have.
    prices : ndarray of int64, shape (n_participants,)
        The price of each participant, kept up to date.
    log : ndarray of int64, shape (most_chains, 3)
        Room for the chains of one move.
    """
    n_slots, n_people = len(load), np.uint64(len(people))
    x = rng[0]
    made = 0
    for _ in range(steps):
        x = stir(x)
        luck = x * _SCATTER
        left = np.int64(people[((luck >> np.uint64(32)) * n_people) >> np.uint64(32)])
        old = busy[left]
        low, high = lowest_slot(old), count_bits(fill_down(old)) - 1
        x = stir(x)
        bits = x * _SCATTER
        # beside the span every second time, else anywhere in it
        choice = bits >> np.uint64(62)
        if choice == 0:
            t = low - 1
        elif choice == 1:
            t = high + 1
        else:
            t = (
                low
                - 1
                + np.int64(
                    (((bits >> np.uint64(32)) & np.uint64(0xFFFFFF)) * np.uint64(high - low + 3)) >> np.uint64(24)
                )
            )
        # an end of the span every second time, else anywhere in it
        choice = (bits >> np.uint64(60)) & np.uint64(3)
        if choice == 0:
            s = low
        elif choice == 1:
            s = high
        else:
            s = low + np.int64(((bits & np.uint64(0xFFFFFFFF)) * np.uint64(high - low + 1)) >> np.uint64(32))
        if t < 0 or t >= n_slots:
            continue
        bit_s, bit_t = _ONE << np.uint64(s), _ONE << np.uint64(t)
        if old & bit_t or not old & bit_s or not own[left] & bit_t:
            continue
        worse = price_gaps(old ^ (bit_s | bit_t), grid[left], gap_price, count_price) - prices[left]
        if not is_taken(worse, luck & np.uint64(0xFFFFFFFF), thresholds):
            continue
        if relay(
            left, s, t, luck, thresholds, gap_price, count_price, load_price,
            ends, allowed, own, grid, link_start, links, is_plain, mate, slot_of, at, busy, load, prices, chain, log,
        ) == 0:  # fmt: skip
            continue
        if made < len(moves):
            moves[made, 0] = np.uint64(left << 16 | s << 8 | t)
            moves[made, 1] = luck
        made += 1
        if made == len(moves):
            break
    rng[0] = x
    return made


@njit(cache=True, nogil=True)
def repeat(
    moves, thresholds, gap_price, count_price, load_price,
    ends, allowed, own, grid, link_start, links, is_plain, mate, slot_of, at, busy, load, prices, chain, log,
):  # fmt: skip
    """Make the moves that another worker has found, as far as they are still worth it; gives their number."""
    made = 0
    for i in range(len(moves)):
        packed = np.int64(moves[i, 0])
        left, s, t = packed >> 16, (packed >> 8) & 255, packed & 255
        bit_s, bit_t = _ONE << np.uint64(s), _ONE << np.uint64(t)
        if not busy[left] & bit_s or busy[left] & bit_t:
            continue
        made += relay(
            left, s, t, moves[i, 1], thresholds, gap_price, count_price, load_price,
            ends, allowed, own, grid, link_start, links, is_plain, mate, slot_of, at, busy, load, prices, chain, log,
        ) > 0  # fmt: skip
    return made
