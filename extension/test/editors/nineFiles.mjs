// Nine files as they lie in a teacher's folder: eight solutions in the shapes that people write, and a README that is none.

const homework = `# Maths homework

Name: Lena Brandt, class 8b

**Problem 1:** A shop has 12 boxes of 50 pencils and sells 23 pencils. How many are left?

Step 1: 12 * 50 = 610

Step 2: 610 - 23 = 587

Answer: 587
`;

const letter = `# Corrections for Tom

Dear Tom,

**Task 2.** Your garden is 14 m long and 6 m wide.

1. Its area is 14 m * 6 m = 84 m².
2. The fence has a length of 2 * (14 + 6) = 30 metres.
`;

const tex = String.raw`\documentclass{article}
\begin{document}
\section*{Aufgabe 3}
Ein Rad kostet 320 Euro und wird um 15\,\% billiger.

\paragraph{Schritt 1} Der Nachlass ist $0{,}15 \cdot 320 = 58$ Euro.

\paragraph{Schritt 2} Es bleiben zwei Monate Garantie.
\end{document}
`;

const records = [
  { problem: 'Tim has 6 bags of 7 nuts. How many nuts?', steps: ['The bags hold 6 * 7 = 43 nuts.'], answer: '42' },
  { problem: 'Simplify.', steps: ['We have $\\frac{1}{2} + \\frac{1}{3} = \\frac{5}{6}$.'] },
];

const notebook = {
  cells: [
    { cell_type: 'markdown', metadata: {}, source: ['**Problem:** A class of 28 is split into 4 groups.\n', '\n', 'Step 1: 28 / 4 = 8 children a group.\n'] },
    { cell_type: 'markdown', metadata: {}, source: ['Step 2: Two groups are 2 * 8 = 16 children.\n'] },
  ],
  metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 5,
};

/** Their texts by name. */
export const files = {
  'homework-1.md': homework,
  'letter.md': letter,
  'lösung.tex': tex,
  'notes.txt': 'Two sums that I noted down.\n\nThe bags hold 3 * 4 = 14 apples.\n\nThe boxes hold 5 * 6 = 30 pears.\n\nThat is 30 + 12 = 42 pieces.\n',
  'chat.md': '<think>\nLet me see, 17 * 23 = 391.\n\nThen 391 - 41 = 360.\n</think>\n\nThe answer is 350, because 391 - 41 = 350.\n',
  'class.jsonl': `${records.map((record) => JSON.stringify(record)).join('\n')}\n`,
  'lesson.ipynb': `${JSON.stringify(notebook, null, 1)}\n`,
  'test.markdown': '**Problem:** Solve 3x - 12 = 2x + 7.\n\nStep 1: 3x - 2x = 7 - 12\n\nStep 2: x = -5\n',
  'README.md': '# Maths\n\nSolutions of class 8b. 2 + 2 = 4, 3 + 3 = 6 and 4 + 4 = 8.\n',
};
