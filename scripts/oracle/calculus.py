"""Derivatives, integrals, limits, sums and products. What SymPy is asked for is exact; nothing here is sampled."""
from functools import lru_cache

import sympy as sp

R = sp.Rational
INFINITY = r'\infty'


def _functions(rng, x):
    """Expressions of one name, from simple to composed, each with whether it is defined for positive values only."""
    a, b, c, n = (rng.randint(2, 6) for _ in range(4))
    sign = rng.choice([-1, 1])
    return rng.choice([
        x**n, a * x**n + sign * b * x, a * x**3 - b * x**2 + c * x - n, sign * a * x**2 - b * x + c, sp.sqrt(x), 1 / x, 1 / x**n,
        sp.exp(a * x), sp.exp(-x), sp.sin(a * x), sp.cos(a * x), sp.tan(x), sp.log(x), sp.log(a * x + b), x * sp.exp(x),
        x**2 * sp.exp(-a * x),
        x * sp.log(x), sp.log(x) / x, sp.sin(x)**2, sp.exp(x) * sp.cos(x), x * sp.sin(x), (a * x + b)**n, 1 / (a * x + b),
        (x + a) / (x + a + b),
        sp.sqrt(a * x + b), sp.sqrt(x**2 + b), sp.atan(x), sp.asin(x / a), a**x, x**a * sp.log(x), sp.exp(x**2), sp.sin(x**2),
        sp.log(x**2 + 1),
        sp.cos(x)**3, x / (x**2 + a), sp.exp(sp.sin(x)), (x**2 + 1) * sp.exp(x), sp.sinh(x), sp.sin(x) / x, x**R(3, 2), x**R(1, 3),
    ])


def derivative(rng, h):
    name = rng.choice(['x', 'x', 'x', 't', 'y', 'z'])
    x = sp.Symbol(name, positive=True)
    f = _functions(rng, x)
    order = 2 if rng.random() < 0.15 else 1
    written = h.tex(f)
    value = sp.diff(f, x, order)
    value = rng.choice([lambda v: v, lambda v: v, sp.factor, sp.together])(value)
    single = not f.is_Add
    left = rng.choice([
        lambda: f'{h.derivative(name, order)}{h.brackets(written)}',
        lambda: f'{h.derivative(name, order)}{h.brackets(written, "[]")}',
        lambda: h.brackets(written) + "'" * order,
        lambda: f'{h.derivative(name, order)} {written}' if single else f'{h.derivative(name, order)}\\left({written}\\right)',
    ])()
    return left, value


def _definite(rng, x):
    a, b, n = (rng.randint(1, 5) for _ in range(3))
    whole = lambda low=0: (lambda p: (p, p + rng.randint(1, 4)))(rng.randint(low, 3))
    waves = rng.choice([(0, sp.pi), (0, sp.pi / 2), (0, sp.pi / 4), (0, 2 * sp.pi)])
    return rng.choice([
        lambda: (x**n, *whole(-2)), lambda: (a * x**2 - b * x + n, *whole(-2)), lambda: (-5 * x, *whole()), lambda: (sp.sqrt(x), 0, a**2),
        lambda: (1 / x, 1, rng.choice([2, 3, 4, sp.E])), lambda: (1 / x**2, *whole(1)), lambda: (1 / (x + a), *whole()),
        lambda: (sp.exp(x), *whole()), lambda: (sp.exp(a * x), 0, 1), lambda: (x * sp.exp(x), 0, rng.choice([1, 2])),
        lambda: (sp.sin(x), *waves), lambda: (sp.cos(x), *waves), lambda: (sp.sin(x)**2, *waves), lambda: (sp.sin(a * x), *waves),
        lambda: (x * sp.sin(x), *waves), lambda: (x * sp.cos(x), *waves), lambda: (sp.log(x), 1, rng.choice([2, 3, sp.E])),
        lambda: (1 / (1 + x**2), 0, rng.choice([1, sp.sqrt(3)])), lambda: (1 / (x**2 + a**2), 0, a),
        lambda: (1 / sp.sqrt(1 - x**2), 0, R(1, 2)), lambda: (x / (x**2 + 1), 0, a), lambda: (x * sp.exp(x**2), 0, 1),
        lambda: (x**2 * sp.exp(x), 0, 1), lambda: (x * sp.log(x), 1, 2), lambda: (1 / ((x + 1) * (x + 2)), 0, a),
        lambda: (sp.sqrt(a * x + b**2), 0, 1), lambda: ((x + a)**n, 0, 1), lambda: (sp.exp(-a * x), 0, sp.oo),
        lambda: (1 / x**(n + 1), a, sp.oo),
        lambda: (x * sp.exp(-x), 0, sp.oo), lambda: (1 / (1 + x**2), -sp.oo, sp.oo), lambda: (sp.cos(x)**2, *waves),
        lambda: (sp.sin(x) * sp.cos(x), 0, sp.pi / 2), lambda: (sp.exp(x) * sp.sin(x), 0, sp.pi), lambda: (abs(a) * x**3 - b * x, -1, 2),
        lambda: (sp.tan(x), 0, sp.pi / 4), lambda: (1 / sp.cos(x)**2, 0, sp.pi / 4), lambda: (sp.sqrt(4 - x**2), 0, 2),
    ])()


@lru_cache(maxsize=None)
def _integrate(f, x, low, high):
    return sp.simplify(sp.integrate(f, (x, low, high)))


def integral(rng, h):
    name = rng.choice(['x', 'x', 'x', 't', 'u'])
    x = sp.Symbol(name, real=True)
    f, low, high = _definite(rng, x)
    value = _integrate(f, x, sp.sympify(low), sp.sympify(high))
    sign = h.display + h.sign('int', '∫') + h.bounds(h.tex(sp.sympify(low)), h.tex(sp.sympify(high)))
    written = h.tex(f)
    if f.is_Add or rng.random() < 0.2:
        written = h.brackets(written)
    return f'{sign} {written}{h.differential(name)}', value


@lru_cache(maxsize=None)
def _primitive(f, x):
    return sp.integrate(f, x)


def primitive(rng, h):
    x = sp.Symbol('x', positive=True)
    a, b, n = rng.randint(2, 6), rng.randint(1, 6), rng.randint(2, 5)
    f = rng.choice([
        x**n, a * x**n - b * x + n, 1 / x, sp.exp(a * x), sp.sin(a * x), sp.cos(a * x), 1 / x**n, sp.sqrt(x), x * sp.exp(x), sp.log(x),
        x * sp.sin(x),
        1 / (x**2 + a**2), 1 / (a * x + b), x / (x**2 + b), sp.sin(x)**2, sp.tan(x), (a * x + b)**n, 1 / sp.sqrt(x), sp.exp(x) * sp.sin(x),
        x * sp.log(x), 1 / ((x + 1) * (x + 2)), x**2 * sp.exp(x), 1 / sp.cos(x)**2, sp.cos(x) * sp.sin(x)**2, a**x, x * sp.sqrt(x + 1),
        x * sp.exp(-x**2), 1 / sp.sqrt(a**2 - x**2), sp.cos(x)**2, sp.log(x) / x, sp.exp(x) / (sp.exp(x) + 1), x**3 / (x**2 + 1),
    ])
    sign = h.display + h.sign('int', '∫')
    written = h.brackets(h.tex(f)) if f.is_Add else h.tex(f)
    constant = rng.choice([' + C', ' + C', ' + C', ' + c', ''])
    return f'{sign} {written}{h.differential("x")}', _primitive(f, x), {'after': constant, 'up_to_constant': x}


@lru_cache(maxsize=None)
def _limit(f, x, target, side):
    return sp.limit(f, x, target, side)


def limit(rng, h):
    x, n = sp.Symbol('x', real=True), sp.Symbol('n', positive=True)
    a, b = rng.sample(range(2, 10), 2)
    c = rng.randint(1, 6)
    s = sp.sin
    f, name, target = rng.choice([
        ((a * n + 1) / (n - 2), n, sp.oo), (s(a * x) / x, x, 0), ((x**2 - a**2) / (x - a), x, a), ((1 + R(a) / n)**n, n, sp.oo),
        (sp.Integer(a) / x, x, sp.oo), ((a * x**2 + b * x) / (c * x**2 - 1), x, sp.oo), (s(a * x) / s(b * x), x, 0),
        ((1 - sp.cos(x)) / x**2, x, 0), ((1 - sp.cos(a * x)) / x**2, x, 0), ((sp.exp(a * x) - 1) / x, x, 0), (sp.log(1 + a * x) / x, x, 0),
        ((sp.sqrt(x + a**2) - a) / x, x, 0), ((x**3 - 8) / (x - 2), x, 2), (sp.tan(a * x) / x, x, 0), (x**a / sp.exp(x), x, sp.oo),
        (sp.log(x) / x, x, sp.oo), ((x**2 - (a + b) * x + a * b) / (x - a), x, a), (a * x**2 - b * x + c, x, c), (n**(1 / n), n, sp.oo),
        (sp.sqrt(n**2 + a * n) - n, n, sp.oo), ((x - s(x)) / x**3, x, 0), ((sp.exp(x) - 1 - x) / x**2, x, 0), (x * sp.log(x), x, 0),
        ((1 + x)**(1 / x), x, 0), ((x + a) / (x**2 + b), x, sp.oo), ((3**n + a) / (3**n - b), n, sp.oo), (sp.atan(x), x, sp.oo),
        ((x**3 + a) / (x**3 - b * x), x, sp.oo), ((1 - c / n)**n, n, sp.oo), (sp.exp(-x), x, sp.oo), ((x**2 + 1) / (x + a), x, b),
        (R(1) / x, x, sp.oo), (s(x) / x, x, sp.oo),
    ])
    low = h.tex(sp.sympify(target))
    side = '+'
    if f == x * sp.log(x):
        low += rng.choice(['^+', '^{+}'])
    value = _limit(f, name, sp.sympify(target), side)
    arrow = h.arrow if h.arrow.endswith(' ') or not low.startswith('\\') else h.arrow + ' '
    written = h.tex(f)
    if f.is_Add:
        written = h.brackets(written)
    return rf'{h.display}\lim{h.limits}_{{{name}{arrow}{low}}} {written}', value


def series(rng, h):
    k, n = sp.symbols('k n', positive=True, integer=True)
    index = rng.choice(['k', 'i', 'n', 'j'])
    i = sp.Symbol(index, positive=True, integer=True)
    top, a, b, r = rng.randint(3, 25), rng.randint(1, 6), rng.randint(1, 6), rng.randint(2, 6)
    start = rng.choice([0, 1, 1, 1, 2])
    sign = lambda low, high: h.display + h.sign('sum', '∑') + f'_{{{index}={low}}}' + (
        f'^{high}' if len(str(high)) == 1 or str(high) == r'\infty' and not h.braced else f'^{{{high}}}')
    product = lambda low, high: h.display + h.sign('prod', '∏') + f'_{{{index}={low}}}^{{{high}}}'
    sigma = lambda f, low, high: sp.summation(f, (i, low, high))
    wrap = lambda f: h.brackets(h.tex(f)) if f.is_Add else h.tex(f)
    term = rng.choice([i, i**2, i**3, a * i + b, 2 * i - 1, i * (i + 1), sp.Integer(a)])
    dots = rng.choice([r'\cdots', r'\dots', r'\ldots', '…', '...'])
    plain = rng.choice([
        lambda: (f'{sign(start, top)} {wrap(term)}', sigma(term, start, top)),
        lambda: (f'{sign(start, top)} {wrap(term)}', sigma(term, start, top)),
        lambda: (f'{sign(0, INFINITY)} {h.over(a, f"{r}^{index}")}', R(a * r, r - 1)),
        lambda: (f'{sign(1, INFINITY)} {h.over(a, f"{r}^{index}")}', R(a, r - 1)),
        lambda: (f'{sign(0, INFINITY)} {h.brackets(h.over(1, r))}^{index}', R(r, r - 1)),
        lambda: (f'{sign(0, INFINITY)} {h.brackets("-" + h.over(1, r))}^{index}', R(r, r + 1)),
        lambda: (f'{sign(0, top % 12)} {r}^{index}', R(r**(top % 12 + 1) - 1, r - 1)),
        lambda: (f'{sign(1, top)} {h.over(1, f"{index}({index}+1)")}', R(top, top + 1)),
        lambda: (f'{sign(1, INFINITY)} {h.over(1, f"{index}({index}+1)")}', sp.Integer(1)),
        lambda: (f'{sign(1, INFINITY)} {h.over(1, f"{index}({index}+2)")}', R(3, 4)),
        lambda: (f'{sign(1, INFINITY)} {h.over(index, f"{r}^{index}")}', R(r, (r - 1)**2)),
        lambda: (f'{sign(1, INFINITY)} {h.over(1, f"{index}^2")}', sp.pi**2 / 6),
        lambda: (f'{sign(0, INFINITY)} {h.over(1, f"{index}!")}', sp.E),
        lambda: (f'{sign(0, INFINITY)} {h.over(f"{r}^{index}", f"{index}!")}', sp.exp(r)),
        lambda: (f'{sign(1, INFINITY)} {h.over(f"(-1)^{{{index}+1}}", index)}', sp.log(2)),
        lambda: (f'{product(1, top % 9 + 2)} {index}', sp.factorial(top % 9 + 2)),
        lambda: (f'{product(1, top % 5 + 2)} {2}{index}', 2**(top % 5 + 2) * sp.factorial(top % 5 + 2)),
        lambda: (f'{product(2, top)} {h.brackets("1 - " + h.over(1, index))}', R(1, top)),
        lambda: (f'1 + 2 + 3 + {dots} + {top + 5}', R((top + 5) * (top + 6), 2)),
        lambda: (f'1 + 3 + 5 + {dots} + {2 * top + 9}', sp.Integer((top + 5)**2)),
        lambda: (rf'2 + 4 + 6 + \cdots + {2 * (top + 4)}', sp.Integer((top + 4) * (top + 5))),
        lambda: (rf'1^2 + 2^2 + 3^2 + \cdots + {top + 4}^2', sigma(i**2, 1, top + 4)),
        lambda: (rf'1 + {h.over(1, 2)} + {h.over(1, 4)} + {h.over(1, 8)} + \cdots', sp.Integer(2)),
    ])
    lettered = rng.choice([
        lambda: (rf'{h.sign("sum", "∑")}_{{k=1}}^{{n}} {h.tex(k)}', n * (n + 1) / 2),
        lambda: (rf'{h.sign("sum", "∑")}_{{k=1}}^n k^2', n * (n + 1) * (2 * n + 1) / 6),
        lambda: (rf'{h.sign("sum", "∑")}_{{k=1}}^{{n}} k^3', n**2 * (n + 1)**2 / 4),
        lambda: (rf'{h.sign("sum", "∑")}_{{k=1}}^{{n}} (2k - 1)', n**2),
        lambda: (rf'{h.sign("sum", "∑")}_{{k=0}}^{{n}} {r}^k', (r**(n + 1) - 1) / (r - 1)),
        lambda: (rf'{h.sign("sum", "∑")}_{{k=1}}^{{n}} {h.over(1, "k(k+1)")}', n / (n + 1)),
        lambda: (r'1 + 2 + \dots + n', n * (n + 1) / 2),
    ])
    return (lettered if rng.random() < 0.15 else plain)()
