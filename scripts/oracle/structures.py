"""Complex numbers and matrices."""
import sympy as sp

I, R = sp.I, sp.Rational


def _complex(a, b):
    front = {1: 'i', -1: '-i'}.get(b, f'{b}i')
    return front if a == 0 else f'{a} - {front[1:]}' if front.startswith('-') else f'{a} + {front}'


def complexes(rng, h):
    n = lambda: rng.choice([-1, 1]) * rng.randint(1, 9)
    a, b, c, d = n(), n(), n(), n()
    z, w = a + b * I, c + d * I
    tz, tw = _complex(a, b), _complex(c, d)
    bz, bw = h.brackets(tz), h.brackets(tw)
    k = rng.randint(2, 60)
    m = rng.randint(2, 4)
    bar = rng.choice([('|', '|'), (r'\left|', r'\right|'), (r'\lvert ', r' \rvert')])
    degrees = rng.choice([30, 45, 60, 90, 120, 135, 150, 180, 240, 270, 300])
    angle = sp.pi * degrees / 180
    r = rng.randint(1, 5)
    front = '' if r == 1 else str(r)
    flat = lambda v: sp.expand(v, complex=True)
    return rng.choice([
        lambda: (h.over(tz, tw), flat(z / w)),
        lambda: (f'{bz}{bw}', flat(z * w)),
        lambda: (f'{bz}{h.times}{bw}', flat(z * w)),
        lambda: (h.power(bz, m), flat(z**m)),
        lambda: (f'{bz} + {bw}', flat(z + w)),
        lambda: (f'{bz} - {bw}', flat(z - w)),
        lambda: (h.power('i', k), I**k),
        lambda: (f'{bar[0]}{tz}{bar[1]}', sp.Abs(z)),
        lambda: (rf'\overline{{{tz}}}', sp.conjugate(z)),
        lambda: (rf'\overline{{{tz}}} \cdot {bw}', flat(sp.conjugate(z) * w)),
        lambda: (rf'e^{{i{h.tex(angle)}}}' if degrees != 180 else r'e^{i\pi}', flat(sp.exp(I * angle))),
        lambda: (rf'e^{{{h.tex(I * angle)}}}', flat(sp.exp(I * angle))),
        lambda: (front + h.brackets(rf'\cos {h.tex(angle)} + i \sin {h.tex(angle)}'), flat(r * sp.exp(I * angle))),
        lambda: (front + h.brackets(rf'\cos {degrees}^\circ + i \sin {degrees}^\circ'), flat(r * sp.exp(I * angle))),
        lambda: (h.over(1, tw), flat(1 / w)),
        lambda: (h.over('1 + i', '1 - i'), I),
        lambda: (f'{bz}{h.brackets(_complex(a, -b))}', a * a + b * b),
        lambda: (rf'i{bz}', flat(I * z)),
        lambda: (rf'{h.power(h.brackets("1 + i"), 2 * m)}', flat((1 + I)**(2 * m))),
    ])()


def matrix(rng, h):
    size = rng.choice([2, 2, 2, 3, 3, 4])
    entry = lambda: rng.randint(-9, 9)
    make = lambda rows, columns: sp.ImmutableMatrix(rows, columns, lambda i, j: entry())
    a, b = make(size, size), make(size, size)
    column = make(size, 1)
    k = rng.randint(2, 6)
    small = sp.ImmutableMatrix(size, size, lambda i, j: rng.randint(-3, 3))
    power = rng.choice([2, 2, 3])
    transposed = rng.choice(['^T', '^{T}', r'^\top', r'^{\mathsf{T}}'])
    determinant = lambda m: rng.choice([
        lambda: rf'\det {h.rows(m)}',
        lambda: rf'\det{h.brackets(h.rows(m))}' if h.matrix == 'bmatrix' else rf'\det {h.rows(m)}',
        lambda: rf'\begin{{vmatrix}} {_cells(h, m)} \end{{vmatrix}}',
        lambda: rf'\left|\begin{{array}}{{{"c" * m.cols}}} {_cells(h, m)} \end{{array}}\right|',
    ])()
    x = sp.Symbol(rng.choice(['x', 'a', 't']))
    lettered = sp.ImmutableMatrix([[x, entry()], [entry(), x + rng.randint(1, 4)]])
    choices = [
        lambda: (f'{h.rows(a)} + {h.rows(b)}', a + b),
        lambda: (f'{h.rows(a)} - {h.rows(b)}', a - b),
        lambda: (f'{h.rows(a)} {h.rows(b)}', a * b),
        lambda: (f'{h.rows(a)}{h.times}{h.rows(column)}', a * column),
        lambda: (f'{h.rows(a)} {h.rows(column)}', a * column),
        lambda: (f'{k} {h.rows(a)}', k * a),
        lambda: (f'{k}{h.rows(a)} - {h.rows(b)}', k * a - b),
        lambda: (f'{h.rows(small)}^{power}', small**power),
        lambda: (f'{h.rows(a)}{transposed}', a.T),
        lambda: (determinant(a), a.det()),
        lambda: (determinant(a), a.det()),
        lambda: (determinant(lettered), sp.expand(lettered.det())),
        lambda: (rng.choice([r'\operatorname{tr}', r'\text{tr}', r'\mathrm{tr}']) + ' ' + h.rows(a), a.trace()),
    ]
    if small.det() != 0 and size < 4:
        choices += [lambda: (f'{h.rows(small)}^{{-1}}', small.inv())] * 2
    return rng.choice(choices)()


def _cells(h, m):
    return r' \\ '.join(' & '.join(h.tex(m[i, j]) for j in range(m.cols)) for i in range(m.rows))
