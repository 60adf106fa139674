"""How people and models write: one hand (a set of habits) for each statement."""
import random
import re

import sympy as sp

# SymPy writes \ln{(x)}, people \ln(x).
ARGUMENT = re.compile(r'(\\[a-z]+(?:\^\{\d+\})?)\{\(([^(){}]*)\)\}')


class Hand:
    """The habits of one writer. Chosen once for a statement, so that a statement is written in one way throughout."""

    def __init__(self, rng: random.Random):
        self.rng = rng
        self.frac = rng.choice(['frac', 'frac', 'frac', 'dfrac', 'tfrac'])
        self.times = rng.choice([r' \cdot ', r' \times ', r' \cdot ', '·', '×'])
        self.sized = rng.random() < 0.5
        self.thin = rng.choice([r'\,', ' ', r'\, ', ''])
        self.upright = rng.random() < 0.25
        self.braced = rng.random() < 0.5
        self.limits = rng.choice(['', '', '', r'\limits'])
        self.display = rng.choice(['', '', '', r'\displaystyle '])
        self.unicode = rng.random() < 0.12
        self.arrow = rng.choice([r' \to ', r'\to ', r' \rightarrow ', '→'])
        self.matrix = rng.choice(['pmatrix', 'bmatrix', 'pmatrix', 'bmatrix', 'array'])

    def over(self, top, bottom) -> str:
        return rf'\{self.frac}{{{top}}}{{{bottom}}}'

    def brackets(self, inner, shape='()') -> str:
        opening, closing = shape
        return rf'\left{opening}{inner}\right{closing}' if self.sized else f'{opening}{inner}{closing}'

    def root(self, inner, index=2) -> str:
        inner = str(inner)
        if index == 2 and self.unicode:
            return f'√{inner}' if inner.isdigit() else f'√({inner})'
        if index == 2 and len(inner) == 1 and not self.braced:
            return rf'\sqrt{inner}' if inner.isdigit() else rf'\sqrt {inner}'
        return rf'\sqrt{{{inner}}}' if index == 2 else rf'\sqrt[{index}]{{{inner}}}'

    def power(self, base, exponent) -> str:
        exponent = str(exponent)
        return f'{base}^{exponent}' if len(exponent) == 1 and not self.braced else f'{base}^{{{exponent}}}'

    def bounds(self, low, high) -> str:
        low, high = str(low), str(high)
        lower = low if len(low) == 1 and not self.braced else f'{{{low}}}'
        upper = high if (len(high) == 1 or high in (r'\pi', r'\infty')) and not self.braced else f'{{{high}}}'
        return f'_{lower}^{upper}'

    def differential(self, name) -> str:
        return self.thin + (rf'\mathrm{{d}}{name}' if self.upright else f'd{name}')

    def derivative(self, name, order=1) -> str:
        d = r'\mathrm{d}' if self.upright else 'd'
        return self.over(d, f'{d}{name}') if order == 1 else self.over(f'{d}^{order}', f'{d}{name}^{order}')

    def sign(self, command, sign) -> str:
        return sign if self.unicode else f'\\{command}{self.limits}'

    def signed(self, number) -> str:
        """A number that stands behind an operator."""
        return self.brackets(number) if str(number).startswith('-') else str(number)

    def tex(self, value) -> str:
        """A value as SymPy writes it, with this hand's fractions, brackets and signs of multiplication."""
        text = sp.latex(value, ln_notation=True, fold_short_frac=False, inv_trig_style='full', imaginary_unit='i',
                        mul_symbol=None if self.rng.random() < 0.7 else 'dot')
        text = text.replace(r'\frac', f'\\{self.frac}')
        if not self.sized:
            text = text.replace(r'\left', '').replace(r' \right', '').replace(r'\right', '')
            text = ARGUMENT.sub(r'\1(\2)', text)
        return text

    def rows(self, matrix) -> str:
        kind = self.matrix
        cells = r' \\ '.join(' & '.join(self.tex(matrix[i, j]) for j in range(matrix.cols)) for i in range(matrix.rows))
        if kind == 'array':
            return rf'\left[\begin{{array}}{{{"c" * matrix.cols}}} {cells} \end{{array}}\right]'
        return rf'\begin{{{kind}}} {cells} \end{{{kind}}}'

    def join(self, *terms) -> str:
        """A sum of written terms, each with its sign."""
        text = str(terms[0])
        for term in map(str, terms[1:]):
            text += f' - {term[1:].lstrip()}' if term.startswith('-') else f' + {term}'
        return text

    def linear(self, slope, name, constant) -> str:
        front = {1: name, -1: f'-{name}'}.get(slope, f'{slope}{name}')
        return self.join(front, constant) if constant else front
