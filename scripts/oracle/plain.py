"""Calculations as people type them, without TeX."""
import math
from fractions import Fraction as F

UP = str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹')


def _number(value, rng):
    """A rational number as it is typed: whole, decimal where it ends soon, a fraction or a mixed number otherwise."""
    value = F(value)
    if value.denominator == 1:
        whole = int(value)
        return f'{whole:,}' if abs(whole) > 9999 and rng.random() < 0.3 else str(whole)
    ends = value * 10000
    if ends.denominator == 1 and rng.random() < 0.6:
        return f'{float(value):.4f}'.rstrip('0')
    if value > 1 and rng.random() < 0.5:
        return f'{int(value)} {(value - int(value)).numerator}/{value.denominator}'
    return f'{value.numerator}/{value.denominator}'


def arithmetic(rng):
    a, b, c = (rng.randint(2, 80) for _ in range(3))
    x = rng.choice(['*', '×', '·', ' * ', ' × ', ' x ', '⋅'])
    return rng.choice([
        (f'({a} + {b}){x}{c}', (a + b) * c), (f'{a} + {b}{x}{c}', a + b * c), (f'{a * b}/{a} + {c}', b + c), (f'{a}{x}{b}', a * b),
        (f'{a * b} ÷ {a}', b), (f'{a}² + {b}', a * a + b), (f'{a % 9 + 2}³', (a % 9 + 2)**3), (f'{a}^2 - {b}', a * a - b),
        (f'{a}**2', a * a), (f'{a} - {b} - {c}', a - b - c), (f'({a} - {b})^2', (a - b)**2), (f'-{a} + {b}', b - a),
        (f'{a} - (-{b})', a + b),
        (f'{a}{x}({b} - {c}){x}2', a * (b - c) * 2), (f'({a} + {b})({c} - 1)', (a + b) * (c - 1)),
        (f'[{a} + ({b} - {c})] * 2', 2 * (a + b - c)),
        (f'{a * 1000:,} + {b * 100:,}', a * 1000 + b * 100), (f'{a} / {b}', F(a, b)),
    ])


def fractions(rng):
    p, q, s, t, n = rng.randint(1, 8), rng.randint(2, 9), rng.randint(1, 8), rng.randint(2, 9), rng.randint(2, 60)
    return rng.choice([
        (f'{p}/{q} + {s}/{t}', F(p, q) + F(s, t)), (f'{p}/{q} - {s}/{t}', F(p, q) - F(s, t)), (f'({p}/{q}) * ({s}/{t})', F(p, q) * F(s, t)),
        (f'½ × {n}', F(n, 2)), (f'{p}/{q} × {n}', F(p, q) * n), (f'{n % 5 + 1} 3/4 + {p}', n % 5 + 1 + F(3, 4) + p),
        (f'{n} - {p}/{q}', n - F(p, q)),
        (f'({p}/{q}) / ({s}/{t})', F(p, q) / F(s, t)), (f'¾ of {n}', F(3 * n, 4)), (f'{p}/{q} of {n}', F(p * n, q)),
        (f'{p}/{q} ÷ {s}', F(p, q * s)),
        (f'1/3 + {n}', n + F(1, 3)), (f'2/3 of {3 * n}', 2 * n), (f'⅓ + ⅙', F(1, 2)),
    ])


def percents(rng):
    p, n = rng.choice([5, 10, 12, 15, 20, 25, 30, 40, 60, 75, 150]), rng.randint(2, 95) * 10
    return rng.choice([
        (f'{p}% of {n}', F(p * n, 100)), (f'{n} × {p}%', F(p * n, 100)), (f'{p} percent of {n}', F(p * n, 100)),
        (f'{p / 100:.2f} × {n}', F(p * n, 100)),
        (f'{n} * (1 - {p}/100)', n * (1 - F(p, 100))), (f'{n} + {p}% of {n}', n + F(p * n, 100)),
        (f'{n} * 1.{p:02d}' if p < 100 else f'{n} * 1.5',
         n * (1 + F(p, 100)) if p < 100 else F(3 * n, 2)), (f'{p}% × {n}', F(p * n, 100)), (f'{n} - {p}% of {n}', n - F(p * n, 100)),
    ])


def functions(rng):
    a, b, c = rng.randint(2, 15), rng.randint(2, 9), rng.randint(2, 5)
    return rng.choice([
        (f'√{a * a}', a), (f'sqrt({a * a})', a), (f'√({a * a})', a), (f'∛{b**3}', b), (f'log2({2**b})', b),
        (f'log10({10**c})', c), (f'log_{c}({c**3})', 3), (f'|-{a} + {b}|', abs(b - a)), (f'{c}!', math.factorial(c)),
        (f'{b}^{c}', b**c), (f'{c}^-2', F(1, c * c)), (f'{b}^0', 1), (f'gcd({a * b}, {a * c})', a * math.gcd(b, c)),
        (f'lcm({a}, {b})', math.lcm(a, b)),
        (f'{a * 7 + c} mod 7', (a * 7 + c) % 7), (f'{a + c}C{c}', math.comb(a + c, c)), (f'abs({b} - {a})', abs(b - a)),
        (f'floor({a}.7)', a),
        (f'max({a}, {b})', max(a, b)), (f'({a} choose {2})', math.comb(a, 2)), (f'2^{{{c}}}', 2**c), (f'{a}(√{b * b} + 1)', a * (b + 1)),
    ])


def scientific(rng):
    a, k, n = F(rng.randint(11, 99), 10), rng.randint(2, 9), rng.randint(1, 6)
    typed, up = f'{float(a):g}', str(k).translate(UP)
    return rng.choice([
        (f'{typed} × 10^{k}', a * 10**k), (f'{typed}e{k}', a * 10**k), (f'{typed} × 10{up}', a * 10**k), (f'{typed} x 10^{k}', a * 10**k),
        (f'{typed} × 10⁻{str(n).translate(UP)} × 10^{n}', a), (f'({typed} × 10^{k}) / 10^{k}', a),
        (f'{typed} × 10^{k} × {n}', a * 10**k * n), (f'{typed}E{k}', a * 10**k),
    ])


def money(rng):
    a, b, n = F(rng.randint(100, 3000), 100), F(rng.randint(100, 3000), 100), rng.randint(2, 40)
    sign = rng.choice(['$', '€', '£'])
    m = lambda v: f'{sign}{float(v):.2f}' if v.denominator != 1 or rng.random() < 0.3 else f'{sign}{int(v)}'
    left, value = rng.choice([(f'{m(a)} + {m(b)}', a + b), (f'{m(a + b)} - {m(b)}', a), (f'{n} × {m(a)}', n * a), (f'{m(a)} * {n}', n * a),
                              (f'{m(n * a)} / {n}', a)])
    return left, value, m


KINDS = {'typed arithmetic': arithmetic, 'typed fractions': fractions, 'typed percents': percents, 'typed functions': functions,
         'typed scientific': scientific, 'typed money': money}


def statement(kind, rng):
    """A typed calculation, its value and a near slip of it, each as it is typed."""
    left, value, *writer = KINDS[kind](rng)
    value = F(value)
    write = writer[0] if writer else lambda v: _number(v, rng)
    choices = [value + 1, value - 1, value + 10, value * 10, value / 10, value * 2]
    if not writer:
        choices += [-value] if value != 0 else []
    if value.denominator != 1:
        choices += [F(value.numerator + 1, value.denominator), F(value.numerator, value.denominator + 1)]
    if writer:
        choices = [value + 1, value + F(1, 100), value + 10, value * 10]
    wrong = rng.choice([choice for choice in choices if choice != value])
    return left, write(value), write(wrong)
