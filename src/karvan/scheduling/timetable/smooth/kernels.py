"""The inner loop of large timetables: Kempe chains that start at a participant, under smoothed prices."""

from __future__ import annotations

import numpy as np
from numba import njit

from karvan.scheduling.timetable.kernels import (
    count_bits,
    keeps_order,
    may_swap,
    next_random,
    place_chain,
    random_below,
    swap_slots,
    walk,
)

_ONE = np.uint64(1)


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


@njit(cache=True, nogil=True, inline="always")
def slot_gained(bits, low, high, rng):
    """Choose the slot that a participant gains: beside its span every second time, else anywhere in it."""
    if bits == 0:
        return low - 1
    if bits == 1:
        return high + 1
    return low - 1 + random_below(rng, high - low + 3)


@njit(cache=True, nogil=True, inline="always")
def slot_lost(bits, low, high, rng):
    """Choose the slot that a participant loses: an end of its span every second time, else anywhere in it."""
    if bits == 0:
        return low
    if bits == 1:
        return high
    return low + random_below(rng, high - low + 1)


@njit(cache=True, nogil=True)
def try_move(
    left, s, t, chance, thresholds, gap_price, count_price, load_price,
    ends, allowed, grid, link_start, links, slot_of, at, busy, load, prices, chain,
):  # fmt: skip
    """Give participant `left` slot t for slot s along a Kempe chain, if `chance` allows; whether it was done."""
    bit_s, bit_t = _ONE << np.uint64(s), _ONE << np.uint64(t)
    m = at[left, s]
    if m < 0 or busy[left] & bit_t or (allowed[m] >> np.uint64(t)) & _ONE == 0:
        return False
    chain[0] = m
    length, right = walk(ends, at, m, ends[m, 0] + ends[m, 1] - left, s, t, chain, 1)
    both = bit_s | bit_t
    left_price = price_gaps(busy[left] ^ both, grid[left], gap_price, count_price)
    right_price = price_gaps(busy[right] ^ both, grid[right], gap_price, count_price)
    worse = left_price + right_price - prices[left] - prices[right]
    # a chain of odd length starts and ends in s, and takes one meeting from s to t
    odd = length & 1
    if odd:
        worse += load_price[load[s] - 1] - load_price[load[s]] + load_price[load[t] + 1] - load_price[load[t]]
    if worse > 0 and (worse >= len(thresholds) or chance >= thresholds[worse]):
        return False
    if not may_swap(chain, length, slot_of, allowed, s, t):
        return False
    swap_slots(chain, length, slot_of, s, t)
    if len(links) > 0 and not keeps_order(chain, length, slot_of, link_start, links):
        swap_slots(chain, length, slot_of, s, t)
        return False
    place_chain(chain, length, slot_of, ends, at, s, t)
    load[s] -= odd
    load[t] += odd
    busy[left] ^= both
    busy[right] ^= both
    prices[left] = left_price
    prices[right] = right_price
    return True


@njit(cache=True, nogil=True)
def anneal_smoothly(
    steps, moves, people, rng, thresholds, gap_price, count_price, load_price,
    ends, allowed, grid, link_start, links, slot_of, at, busy, load, prices, chain,
):  # fmt: skip
    """Make annealing steps at one temperature; gives the number of moves made.

    A step gives a participant one slot for another along the Kempe chain that begins there. What the
    participant itself pays is looked at before the chain is followed, under the same random number
    that decides on the whole move: most moves are refused at that price alone.

    Parameters
    ----------
    moves : ndarray, shape (most_moves, 4), int64
        Receives the moves made, for `repeat`: participant, slot lost, slot gained, random number.
        The steps end where it is full; of length 0, nothing is recorded.
    people : ndarray of int32
        Participants whose slots may change first; another one's change at the end of the chain.
    thresholds : ndarray of uint64
        A move that makes the price d worse is taken when 32 random bits lie below ``thresholds[d]``.
    gap_price, count_price : ndarray of int64
        Price of a gap of n idle slots, and of a participant's n breaks.
    load_price : ndarray of int64
        Price of a slot with n meetings.
    prices : ndarray of int64, shape (n_participants,)
        The price of each participant, kept up to date.
    """
    n_slots = len(load)
    made = 0
    for _ in range(steps):
        left = people[random_below(rng, len(people))]
        old = busy[left]
        if old == 0:
            continue
        low, high = lowest_slot(old), count_bits(fill_down(old)) - 1
        bits = next_random(rng)
        t = slot_gained((bits >> np.uint64(60)) & np.uint64(3), low, high, rng)
        s = slot_lost((bits >> np.uint64(62)) & np.uint64(3), low, high, rng)
        if t < 0 or t >= n_slots or (old >> np.uint64(t)) & _ONE or not (old >> np.uint64(s)) & _ONE:
            continue
        both = (_ONE << np.uint64(s)) | (_ONE << np.uint64(t))
        chance = (bits >> np.uint64(16)) & np.uint64(0xFFFFFFFF)
        worse = price_gaps(old ^ both, grid[left], gap_price, count_price) - prices[left]
        if worse > 0 and (worse >= len(thresholds) or chance >= thresholds[worse]):
            continue
        if not try_move(
            left, s, t, chance, thresholds, gap_price, count_price, load_price,
            ends, allowed, grid, link_start, links, slot_of, at, busy, load, prices, chain,
        ):  # fmt: skip
            continue
        if made < len(moves):
            moves[made, 0], moves[made, 1], moves[made, 2], moves[made, 3] = left, s, t, np.int64(chance)
        made += 1
        if made == len(moves):
            break
    return made


@njit(cache=True, nogil=True)
def repeat(
    moves, thresholds, gap_price, count_price, load_price,
    ends, allowed, grid, link_start, links, slot_of, at, busy, load, prices, chain,
):  # fmt: skip
    """Make the moves that another worker has found, as far as they are still worth it."""
    for i in range(len(moves)):
        try_move(
            moves[i, 0], moves[i, 1], moves[i, 2], np.uint64(moves[i, 3]), thresholds,
            gap_price, count_price, load_price,
            ends, allowed, grid, link_start, links, slot_of, at, busy, load, prices, chain,
        )  # fmt: skip
