"""The tree of a family of copies: a minimum arborescence (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from collections.abc import Mapping

Arc = tuple[int, int]


def arborescence(costs: Mapping[Arc, float]) -> dict[int, int]:
    """The parent of every node that an arc (parent, child) leads to, so that the sum of the costs is least. Some node must reach all and
    have no arc to it: that is the root. Ties go to the lesser parent."""
    best: dict[int, tuple[float, int]] = {}
    for (parent, child), cost in costs.items():
        best[child] = min(best.get(child, (cost, parent)), (cost, parent))
    parents = {child: parent for child, (_, parent) in best.items()}
    circles = _circles(parents)
    if not circles:
        return parents
    stands_for = {node: -1 - min(circle) for circle in circles for node in circle}  # negative, and no node's own
    shift = min((0, *parents, *parents.values()))
    stands_for = {node: name + shift for node, name in stands_for.items()}
    inner: dict[Arc, float] = {}
    real: dict[Arc, Arc] = {}
    for (parent, child), cost in sorted(costs.items()):
        arc = stands_for.get(parent, parent), stands_for.get(child, child)
        if arc[0] == arc[1]:
            continue
        value = cost - (best[child][0] if child in stands_for else 0.0)
        if arc not in inner or value < inner[arc]:
            inner[arc], real[arc] = value, (parent, child)
    chosen = {node: parents[node] for circle in circles for node in circle}
    for name, above in arborescence(inner).items():
        parent, child = real[above, name]
        chosen[child] = parent
    return chosen


def _circles(parents: Mapping[int, int]) -> list[list[int]]:
    """The nodes of each circle."""
    found: list[list[int]] = []
    done: set[int] = set()
    for start in sorted(parents):
        places: dict[int, int] = {}
        node = start
        while node in parents and node not in done and node not in places:
            places[node] = len(places)
            node = parents[node]
        if node in places:
            found.append([one for one, place in places.items() if place >= places[node]])
        done.update(places)
    return found


def nearly(costs: Mapping[Arc, float]) -> dict[int, int]:
    """A tree that costs little, for families too large for the least one: the cheapest arcs first, as long as they close no circle. Arcs
    from the root, which has no arc to it, must cost most."""
    parents: dict[int, int] = {}
    for (parent, child), _ in sorted(costs.items(), key=lambda item: (round(item[1], 9), item[0])):
        if child not in parents:
            node = parent
            while node in parents and node != child:
                node = parents[node]
            if node != child:
                parents[child] = parent
    return parents
