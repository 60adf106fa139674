"""Near slips: what a hurried hand writes in place of the right value, proven different by SymPy."""
import random

import sympy as sp


def _candidates(value, rng: random.Random):
    if isinstance(value, sp.MatrixBase):
        wrong = value.as_mutable()
        i, j = rng.randrange(value.rows), rng.randrange(value.cols)
        wrong[i, j] = value[i, j] + rng.choice([-2, -1, 1, 2, 10])
        yield wrong.as_immutable()
        yield value.T if value.rows == value.cols else -value
        return
    choices = [value + 1, value - 1, -value, 2 * value, value + 10, value / 2, 10 - value]
    terms = sp.Add.make_args(sp.expand(value)) if value.free_symbols else sp.Add.make_args(value)
    if len(terms) > 1:
        k = rng.randrange(len(terms))
        choices += [value - 2 * terms[k], value - terms[k], value + terms[k]] * 2
    if value.is_Integer:
        choices += [value + rng.choice([-10, 10, 100]), sp.Integer(int(str(abs(value))[::-1])) * (1 if value > 0 else -1)]
    if value.is_Rational and not value.is_Integer:
        choices += [1 / value, sp.Rational(value.p + 1, value.q), sp.Rational(value.p, value.q + 1)]
    for name in sorted(value.free_symbols, key=str):
        choices += [value.subs(name, 2 * name), value * name]
    rng.shuffle(choices)
    yield from choices


def differ(one, other, up_to_constant=None) -> bool:
    """Whether two values differ for certain: at a point, numerically, by far more than the rounding."""
    if isinstance(one, sp.MatrixBase):
        return one.shape != other.shape or any(differ(x, y) for x, y in zip(one, other))
    if sp.oo in (one, -one, other, -other):
        return one != other
    difference = one - other
    if up_to_constant is not None:
        difference = sp.diff(difference, up_to_constant)
    names = sorted(difference.free_symbols, key=str)
    for shift in (3, 5, 11):
        point = {name: sp.Rational(2 * shift + 3 * k, 7) for k, name in enumerate(names)}
        number = sp.N(difference.subs(point), 30)
        if number.is_number and number.is_finite and abs(number) > 1e-9:
            return True
    return False


def slip(value, rng: random.Random, up_to_constant=None):
    """A value near the right one that is certainly another; None where none was found."""
    for wrong in _candidates(value, rng):
        if not wrong.has(sp.zoo, sp.nan) and differ(value, wrong, up_to_constant):
            return wrong
    return None
