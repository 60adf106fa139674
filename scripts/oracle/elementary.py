"""Arithmetic, powers, roots, algebra with letters, logarithms, trigonometry, whole numbers and counting."""
from math import comb, factorial, gcd

import sympy as sp

R = sp.Rational


def arithmetic(rng, h):
    a, b, c = (rng.randint(2, 60) for _ in range(3))
    p, q, s, t = (rng.randint(1, 12) for _ in range(4))
    q, t = q + 1, t + 1
    x, y = R(rng.randint(1, 99), 10), R(rng.randint(1, 999), 100)
    dec = lambda v: f'{float(v):g}'
    return rng.choice([
        lambda: (f'{a}{h.times}{h.brackets(f"{b} - {c}")}', a * (b - c)),
        lambda: (f'{a}{h.times}{b} + {c}', a * b + c),
        lambda: (f'{a} - {b}{h.times}{c}', a - b * c),
        lambda: (f'{h.power(a, 2)} - {h.power(b, 2)}', a**2 - b**2),
        lambda: (f'{h.brackets(f"{a} - {b}")}^2', (a - b)**2),
        lambda: (f'{h.over(p, q)} + {h.over(s, t)}', R(p, q) + R(s, t)),
        lambda: (f'{h.over(p, q)} - {h.over(s, t)}', R(p, q) - R(s, t)),
        lambda: (f'{h.over(p, q)}{h.times}{h.over(s, t)}', R(p, q) * R(s, t)),
        lambda: (f'{h.over(p, q)} \\div {h.over(s, t)}', R(p, q) / R(s, t)),
        lambda: (h.over(f'{a} + {b}', c), R(a + b, c)),
        lambda: (h.over(h.over(p, q), h.over(s, t)), R(p, q) / R(s, t)),
        lambda: (f'{dec(x)}{h.times}{dec(y)}', x * y),
        lambda: (f'{dec(x)} + {dec(y)} - {a}', x + y - a),
        lambda: (f'-{a} - {h.brackets(-b)} + {c}', -a + b + c),
        lambda: (f'{a} - ' + h.brackets(f'{b} - ' + h.brackets(f'{c} - {p}'), '[]'), a - (b - (c - p))),
        lambda: (f'{p}{h.over(s, s + t)} + {q}', p + R(s, s + t) + q),
        lambda: (f'{a * b} \\div {a} + {c}', b + c),
        lambda: (f'{a * 10}\\% {h.times} {b}', R(a * b, 10)),
    ])()


def power(rng, h):
    b, m, n = rng.randint(2, 9), rng.randint(-4, 6), rng.randint(-4, 6)
    k, i = rng.randint(2, 5), rng.randint(2, 4)
    return rng.choice([
        lambda: (h.power(b, abs(m) + 2), b**(abs(m) + 2)),
        lambda: (f'{h.power(b, m)}{h.times}{h.power(b, n)}', R(b)**(m + n)),
        lambda: (h.over(h.power(b, m), h.power(b, n)), R(b)**(m - n)),
        lambda: (f'{h.power(h.brackets(h.power(b, m)), i)}', R(b)**(m * i)),
        lambda: (f'{b**i}^{{{h.over(k, i)}}}', b**k),
        lambda: (f'{b**i}^{{-{h.over(1, i)}}}', R(1, b)),
        lambda: (f'{b**i}^{{{k}/{i}}}', b**k),
        lambda: (f'{h.power(h.brackets(-b), i)}', (-b)**i),
        lambda: (f'-{h.power(b, i)}', -b**i),
        lambda: (f'{h.power(h.brackets(h.over(b, k)), i)}', R(b, k)**i),
        lambda: (f'{h.power(h.brackets(h.over(b, k)), -i)}', R(b, k)**-i),
        lambda: (f'{b}^0 + {k}^{{-1}}', 1 + R(1, k)),
        lambda: (f'{h.power(b, i)}{h.times}{h.power(k, i)}', (b * k)**i),
        lambda: (f'{b}{h.times}10^{{{i}}} + {k}{h.times}10^{{{i - 1}}}', b * 10**i + k * 10**(i - 1)),
    ])()


def root(rng, h):
    a, b, c = rng.randint(2, 12), rng.choice([2, 3, 5, 6, 7, 10, 11]), rng.randint(2, 9)
    s = sp.sqrt
    return rng.choice([
        lambda: (h.root(a * a * b), a * s(b)),
        lambda: (f'{h.root(b)}{h.times}{h.root(c)}', s(b * c)),
        lambda: (f'{h.brackets(f"{a} + {h.root(b)}")}{h.brackets(f"{a} - {h.root(b)}")}', a * a - b),
        lambda: (f'{h.brackets(f"{h.root(b)} + {c}")}^2', sp.expand((s(b) + c)**2)),
        lambda: (f'{h.root(c * c * b)} + {h.root(a * a * b)}', (a + c) * s(b)),
        lambda: (h.root(c**3 * b, 3), c * sp.cbrt(b)),
        lambda: (h.root(-c**3, 3), sp.Integer(-c)),
        lambda: (h.over(c, h.root(b)), c / s(b)),
        lambda: (h.over(c, f'{a} + {h.root(b)}'), sp.radsimp(c / (a + s(b)))),
        lambda: (h.over(h.root(a * a * b), h.root(b)), sp.Integer(a)),
        lambda: (h.root(h.over(a * a, c * c)), R(a, c)),
        lambda: (h.root(f'{a * a + b * b + 2 * a * b}'), sp.Integer(a + b)),
        lambda: (h.root(c**4, 4), sp.Integer(c)),
        lambda: (h.root(f'{a * a + b} + {2 * a}\\sqrt{{{b}}}'), a + s(b)),
        lambda: (f'{a}{h.root(b)} - {c}{h.root(b)}', (a - c) * s(b)),
        lambda: (f'{h.root(b)}{h.times}{h.root(b)}', sp.Integer(b)),
        lambda: (h.root(f'{h.power(a, 2)} + {h.power(c, 2)}'), s(a * a + c * c)),
    ])()


def algebra(rng, h):
    names = rng.sample(['x', 'y', 'a', 'b', 'n', 'm', 't', 'k'], 2)
    x, y = sp.symbols(names)
    u, v = names
    a, b, c, d = (rng.randint(1, 9) for _ in range(4))
    a += 1
    form = rng.choice([sp.expand, sp.expand, sp.factor, sp.together])
    pick = rng.choice([
        (f'{h.brackets(f"{u} + {v}")}{h.brackets(f"{u} - {v}")}', sp.expand((x + y) * (x - y))),
        (f'{h.power(h.brackets(f"{u} - {a}"), 3)}', sp.expand((x - a)**3)),
        (f'{h.power(h.brackets(f"{a}{u} + {b}"), 2)}', sp.expand((a * x + b)**2)),
        (f'{h.power(h.brackets(f"{a}{u} - {b}{v}" if b > 1 else f"{a}{u} - {v}"), 2)}', sp.expand((a * x - b * y)**2)),
        (h.over(f'{u}^2 - {a * a}', f'{u} + {a}'), x - a),
        (h.over(f'{u}^3 - {a**3}', f'{u} - {a}'), x**2 + a * x + a * a),
        (f'{h.over(u, a)} + {h.over(u, a + b)}', R(2 * a + b, a * (a + b)) * x),
        (f'{h.over(1, u)} + {h.over(1, v)}', sp.together(1 / x + 1 / y)),
        (f'{h.over(a, h.linear(1, u, b))} - {h.over(c, h.linear(1, u, -d))}', sp.together(a / (x + b) - c / (x - d))),
        (f'{u}{h.brackets(f"{v} + {a}")} - {a}{u}', x * y),
        (f'{a}{h.brackets(f"{u} - {b}")} - {c + 1}{h.brackets(f"{u} + {d}")}', sp.expand(a * (x - b) - (c + 1) * (x + d))),
        (f'{u}^2 + {a + b}{u} + {a * b}', (x + a) * (x + b)),
        (f'{u}^2 - {a * a}', (x - a) * (x + a)),
        (h.over(f'{u}^{{{a + 3}}} {v}^{{{b + 2}}}', f'{u}^{{{a}}} {v}^{{{b + 1}}}'), x**3 * y),
        (f'{h.power(h.brackets(f"{a}{u}^2"), 3)}', a**3 * x**6),
        (f'{h.brackets(f"{u} + {a}")}^2 - {h.brackets(f"{u} - {a}")}^2', 4 * a * x),
        (h.over(f'{u}^2 + {a + b}{u} + {a * b}', f'{u} + {a}'), x + b),
        (f'{h.brackets(f"{u}^2 + {u} + 1")}{h.brackets(f"{u} - 1")}', x**3 - 1),
        (f'{u}^{{{a}}} \\cdot {u}^{{{b}}}', x**(a + b)),
        (h.over(h.over(1, u), h.over(1, v)), y / x),
    ])
    return pick[0], form(pick[1]) if pick[1].is_polynomial() and form is not sp.expand else pick[1]


def logarithm(rng, h):
    a, b, c = rng.randint(2, 12), rng.randint(2, 12), rng.randint(2, 5)
    ln = sp.log
    x = sp.Symbol('x', positive=True)
    log = lambda base, of: (rf'\log_{base}' if base < 10 and not h.braced else rf'\log_{{{base}}}') + (
        f'{{{of}}}' if rng.random() < 0.3 else f' {of}' if rng.random() < 0.5 else h.brackets(of))
    lnof = lambda of: rf'\ln {of}' if rng.random() < 0.5 else rf'\ln{h.brackets(of)}'
    return rng.choice([
        lambda: (log(c, c**a if a < 8 else c), sp.Integer(a if a < 8 else 1)),
        lambda: (log(c**2, c**3), R(3, 2)),
        lambda: (log(c, h.over(1, c**2)), sp.Integer(-2)),
        lambda: (rf'e^{{\ln {a}}}', sp.Integer(a)),
        lambda: (rf'e^{{{c}\ln {a}}}', sp.Integer(a**c)),
        lambda: (rf'\ln e^{{{a}}}', sp.Integer(a)),
        lambda: (rf'\ln {h.over(1, a)}', -ln(a)),
        lambda: (f'{lnof(a)} + {lnof(b)}', ln(a * b)),
        lambda: (f'{lnof(a * b)} - {lnof(b)}', ln(a)),
        lambda: (rf'{c}\ln {a}', ln(a**c)),
        lambda: (rf'\ln {h.root("e")}', R(1, 2)),
        lambda: (f'{log(c, a)}{h.times}{log(a, c)}', sp.Integer(1)),
        lambda: (f'{log(6, 4)} + {log(6, 9)}', sp.Integer(2)),
        lambda: (f'{log(c, c**2 * 7)} - {log(c, 7)}', sp.Integer(2)),
        lambda: (rf'\lg {10**c}', sp.Integer(c)),
        lambda: (rf'\log_{{10}} {h.over(1, 10**c)}', sp.Integer(-c)),
        lambda: (h.over(rf'\ln {c**a}', rf'\ln {c}'), sp.Integer(a)),
        lambda: (rf'{c}^{{\log_{c} {a}}}', sp.Integer(a)),
        lambda: (rf'\ln x + \ln {a}', ln(a * x)),
        lambda: (rf'\ln{h.brackets(f"x + {a}")} + \ln{h.brackets(f"x + {a}")}', 2 * ln(x + a)),
    ])()


DEGREES = (0, 30, 45, 60, 90, 120, 135, 150, 180, 210, 225, 240, 270, 300, 315, 330, 360, 15, 75, 105)


def trigonometry(rng, h):
    name = rng.choice(['sin', 'cos', 'tan', 'sin', 'cos', 'cot', 'sec'])
    function = getattr(sp, name)
    degrees = rng.choice(DEGREES)
    angle = sp.pi * degrees / 180
    while not function(angle).is_finite:
        degrees = rng.choice(DEGREES)
        angle = sp.pi * degrees / 180
    x = sp.Symbol('x')
    a, b = rng.randint(2, 4), rng.choice([R(1, 2), sp.sqrt(2) / 2, sp.sqrt(3) / 2, 0, 1, R(-1, 2), -1])
    s, c, t = sp.sin, sp.cos, sp.tan
    degree = rng.choice([r'^\circ', r'^{\circ}', '°', r'\degree'])
    bare = lambda f, of: rf'\{f} {of}' if rng.random() < 0.6 else rf'\{f}{h.brackets(of)}'
    return rng.choice([
        lambda: (rf'\{name} {degrees}{degree}', function(angle)),
        lambda: (rf'\{name}({degrees}{degree})', function(angle)),
        lambda: (rf'\{name}{h.brackets(h.tex(angle))}', function(angle)),
        lambda: (rf'\{name} {h.tex(angle)}', function(angle)),
        lambda: (rf'\arcsin{h.brackets(h.tex(b))}', sp.asin(b)),
        lambda: (rf'\arccos{h.brackets(h.tex(b))}', sp.acos(b)),
        lambda: (rf'\arctan{h.brackets(h.root(3))}', sp.pi / 3),
        lambda: (rf'\{name}^2 {degrees}{degree}', function(angle)**2),
        lambda: (r'\sin^2 x + \cos^2 x', sp.Integer(1)),
        lambda: (r'1 - 2\sin^2 x', c(2 * x)),
        lambda: (r'2\cos^2 x - 1', c(2 * x)),
        lambda: (rf'2{bare("sin", "x")}{bare("cos", "x")}', s(2 * x)),
        lambda: (r'\cos^2 x - \sin^2 x', c(2 * x)),
        lambda: (r'1 + \tan^2 x', 1 / c(x)**2),
        lambda: (h.over(r'\sin x', r'\cos x'), t(x)),
        lambda: (r'\sin 3x', 3 * s(x) - 4 * s(x)**3),
        lambda: (r'\sin' + h.brackets(r'x + \pi'), -s(x)),
        lambda: (r'\cos' + h.brackets(h.over(r'\pi', 2) + ' - x'), s(x)),
        lambda: (rf'\sin {a}x \cos x - \cos {a}x \sin x', s((a - 1) * x)),
        lambda: (rf'\sin {degrees}{degree} \cos {degrees}{degree}', s(angle) * c(angle)),
        lambda: (rf'{a}\sin {degrees}{degree} + \cos {degrees}{degree}', a * s(angle) + c(angle)),
    ])()


def integers(rng, h):
    a, b, c = rng.randint(2, 200), rng.randint(2, 200), rng.randint(2, 60)
    x = R(rng.randint(-99, 99), 10)
    dec = f'{float(x):g}'
    floor = rng.choice([(r'\lfloor ', r' \rfloor'), (r'\left\lfloor ', r' \right\rfloor'), ('⌊', '⌋')])
    ceil = rng.choice([(r'\lceil ', r' \rceil'), (r'\left\lceil ', r' \right\rceil'), ('⌈', '⌉')])
    lcm = rng.choice([r'\operatorname{lcm}', r'\text{lcm}', r'\mathrm{lcm}', r'\operatorname{LCM}'])
    gcf = rng.choice([r'\gcd', r'\operatorname{gcd}', r'\text{gcd}', r'\text{GCD}', r'\operatorname{GCF}'])
    bar = rng.choice([('|', '|'), (r'\left|', r'\right|'), (r'\lvert ', r' \rvert')])
    return rng.choice([
        lambda: (f'{gcf}({a}, {b})', gcd(a, b)),
        lambda: (f'{gcf}\\left({a * 2}, {b * 2}\\right)', gcd(a * 2, b * 2)),
        lambda: (f'{lcm}({a}, {b})', a * b // gcd(a, b)),
        lambda: (f'{gcf}({a}, {b}, {c})', gcd(gcd(a, b), c)),
        lambda: (f'{a} \\bmod {c}', a % c),
        lambda: (f'{a + 300} \\bmod {c}', (a + 300) % c),
        lambda: (f'{floor[0]}{dec}{floor[1]}', sp.floor(x)),
        lambda: (f'{ceil[0]}{dec}{ceil[1]}', sp.ceiling(x)),
        lambda: (f'{floor[0]}{h.over(a, c)}{floor[1]}', a // c),
        lambda: (f'{ceil[0]}{h.over(a, c)}{ceil[1]}', -(-a // c)),
        lambda: (f'{floor[0]}{h.root(a)}{floor[1]}', sp.floor(sp.sqrt(a))),
        lambda: (f'{bar[0]}{-a} + {b}{bar[1]}', abs(b - a)),
        lambda: (f'{bar[0]}{a} - {b}{bar[1]} - {c}', abs(a - b) - c),
        lambda: (f'{floor[0]}{h.over(a + 100, 5)}{floor[1]} + {floor[0]}{h.over(a + 100, 25)}{floor[1]}', (a + 100) // 5 + (a + 100) // 25),
    ])()


def counting(rng, h):
    n = rng.randint(4, 14)
    r = rng.randint(1, n - 1)
    k = rng.randint(2, n)
    ways = [rf'\binom{{{n}}}{{{r}}}', rf'\dbinom{{{n}}}{{{r}}}', rf'{{{n} \choose {r}}}', rf'C_{{{n}}}^{{{r}}}', rf'{{}}_{{{n}}}C_{{{r}}}',
            rf'_{{{n}}}C_{{{r}}}', rf'C({n}, {r})', rf'{{}}^{{{n}}}C_{{{r}}}']
    orders = [rf'P({n}, {r})', rf'{{}}_{{{n}}}P_{{{r}}}', rf'P_{{{n}}}^{{{r}}}', rf'{{}}^{{{n}}}P_{{{r}}}', rf'A_{{{n}}}^{{{r}}}']
    arranged = factorial(n) // factorial(n - r)
    return rng.choice([
        lambda: (rng.choice(ways), comb(n, r)),
        lambda: (rng.choice(ways), comb(n, r)),
        lambda: (rng.choice(orders), arranged),
        lambda: (f'{n}!', factorial(n)),
        lambda: (h.over(f'{n}!', f'({n}-{r})!'), arranged),
        lambda: (h.over(f'{n}!', f'{r}!({n}-{r})!'), comb(n, r)),
        lambda: (h.over(f'{n}!', f'{r}!{h.times}{n - r}!'), comb(n, r)),
        lambda: (f'{rng.choice(ways[:2])}{h.times}{r}!', arranged),
        lambda: (rf'\binom{{{n}}}{{{r}}} + \binom{{{n}}}{{{r - 1}}}', comb(n + 1, r)),
        lambda: (rf'\binom{{{n}}}{{{r}}} - {k}', comb(n, r) - k),
        lambda: (h.over(f'{n + 1}!', f'{n}!'), n + 1),
        lambda: (f'{k}! + {r}!', factorial(k) + factorial(r)),
        lambda: (h.over(ways[0], rf'\binom{{{n + 1}}}{{{r}}}'), R(comb(n, r), comb(n + 1, r))),
    ])()
