"""Draws statements of every kind, each once true and once false by a near slip, as relations.jsonl and plain.jsonl in a folder.

python3 generate.py FOLDER [--count N] [--seed S] [--kind KIND]...   N of each kind, half of them true.
"""
import argparse
import json
import pathlib
import random

import sympy as sp

import calculus
import elementary
import plain
import slips
import structures
from writing import Hand

KINDS = {
    'arithmetic': elementary.arithmetic, 'power': elementary.power, 'root': elementary.root, 'algebra': elementary.algebra,
    'logarithm': elementary.logarithm, 'trigonometry': elementary.trigonometry, 'integers': elementary.integers,
    'counting': elementary.counting,
    'derivative': calculus.derivative, 'integral': calculus.integral, 'primitive': calculus.primitive, 'limit': calculus.limit,
    'series': calculus.series, 'complex': structures.complexes, 'matrix': structures.matrix,
}
FRAMES = ['{}', '{}.', 'So {}.', 'This gives {}', 'We get {}, as wanted.', 'Total: {}', 'Therefore, {}.']


def _written(hand, value):
    if isinstance(value, sp.MatrixBase):
        return hand.rows(value)
    if value.is_Rational and not value.is_Integer and value.q in (2, 4, 5, 8, 10, 20, 25) and hand.rng.random() < 0.3:
        return f'{float(value):g}'
    return hand.tex(value)


def pair(kind, rng):
    """One true and one false statement of a kind with the same left side; None where SymPy or the slip gives none."""
    hand = Hand(rng)
    left, value, *more = KINDS[kind](rng, hand)
    more = more[0] if more else {}
    value = sp.sympify(value)
    if not isinstance(value, sp.MatrixBase) and (not value.is_finite and value not in (sp.oo, -sp.oo) and not value.free_symbols):
        return None
    if value.has(sp.Integral, sp.Sum, sp.Limit, sp.AccumBounds, sp.Piecewise, sp.zoo, sp.nan):
        return None
    wrong = slips.slip(value, rng, more.get('up_to_constant')) if value not in (sp.oo, -sp.oo) else sp.Integer(rng.randint(0, 5))
    if wrong is None:
        return None
    after = more.get('after', '')
    statements = []
    for is_true, right in ((True, value), (False, wrong)):
        written = _written(hand, right) + after
        statements.append({'kind': kind, 'text': f'{left} = {written}', 'left': left, 'right': written, 'true': is_true})
    return statements if statements[0]['right'] != statements[1]['right'] else None


def typed_pair(kind, rng):
    left, right, wrong = plain.statement(kind, rng)
    if right == wrong:
        return None
    frame = rng.choice(FRAMES)
    return [{'kind': kind, 'text': frame.format(f'{left} = {value}'), 'left': left, 'right': value, 'true': is_true, 'plain': True}
            for is_true, value in ((True, right), (False, wrong))]


def draw(kinds, make, count, seed):
    for kind in kinds:
        rng = random.Random(f'{seed} {kind}')
        seen, made, tries = set(), 0, 0
        while made < count and tries < 20 * count:
            tries += 1
            statements = make(kind, rng)
            if statements is None or statements[0]['text'] in seen:
                continue
            seen.add(statements[0]['text'])
            made += 2
            yield from statements


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--count', type=int, default=100)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--kind', action='append')
    options = parser.parse_args()
    folder = pathlib.Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, kinds, make in (('relations', KINDS, pair), ('plain', plain.KINDS, typed_pair)):
        chosen = [kind for kind in kinds if not options.kind or kind in options.kind]
        if chosen:
            with open(folder / f'{name}.jsonl', 'w', encoding='utf-8') as file:
                for statement in draw(chosen, make, options.count, options.seed):
                    file.write(json.dumps(statement, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
