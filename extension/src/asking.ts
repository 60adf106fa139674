// Whether a document may ask for review. Only the server knows; this looks no further than is needed to leave its
// process unstarted for people who write other things, and says yes in doubt.

const names = /\.(solution\.(md|markdown|qmd|rmd|ipynb|tex|txt|jsonl?)|trace\.jsonl?)$/i;
const texts = /\.(md|markdown|qmd|rmd|tex|latex|txt|text)$/i;
const records = /\.(jsonl|ndjson|json)$/i;
// What looks like a solution: it calculates more than once, or its records say that they hold one.
// Amounts have a unit behind them, or a currency before or behind; a share is of something.
const currency = '\\\\?[$€£¥₹]?\\s?';
const operation = '(?:(?:[€£¥₹]|\\\\?%|°|\\p{L}{1,12}[²³]?)?\\s*(?:[-+*/×÷·−∶]|\\\\(?:cdot|times|div))|\\\\?%\\s+\\p{L}{1,6})\\s*';
const sum = new RegExp(`\\d\\s?${operation}\\(?${currency}\\d[^\\n=]{0,80}=\\s*[-−(]?${currency}\\d`, 'gu');
const equation = /^[$\s]*[-+*/^().\w ]*\d[a-z][-+*/^().\w ]*=[-+*/^().\w $]*\d/gim;
const fewestCalculations = 2;
const recordKeys = new RegExp('"(?:steps|solutions?|answer|responses?|messages|conversations?|completions?|model_output|output'
  + '|generat(?:ion|ed_text)|predictions?|reasoning(?:_content)?|rationale|chosen)"\\s*:');
const longestLook = 64 * 1024;
const others = new RegExp('(^|/)(readme|changelog|changes|history|licen[cs]e|contributing|code_of_conduct|security|notice|authors|todo'
  + '|package(-lock)?|tsconfig)\\.[^/]*$', 'i');
const textLanguages = new Set(['markdown', 'latex', 'tex', 'plaintext']);
const keys = /\b(problem|answer|checklist|profile)\b/;
const linesOfMagic = 5;

export interface Candidate {
  readonly path: string;
  readonly isUntitled: boolean;
  /** Whether it is a notebook's; then the path is the notebook's, and the text that of all its cells. */
  readonly isCell?: boolean;
  readonly languageId: string;
  /** The text, fetched only where the name does not decide. */
  text(): string;
}

/** The file whose presence says that a folder has something to review. */
export const configurationName = 'reasoning-review.json';

export const isConfiguration = (path: string) => baseName(path) === configurationName;

export function mayAsk(document: Candidate): boolean {
  if (!document.isUntitled && (names.test(document.path) || isConfiguration(document.path))) return true;
  if (!document.isUntitled && records.test(document.path))
    return !others.test(document.path) && recordKeys.test(document.text().slice(0, longestLook)) && /\d/.test(document.text());
  if (!(document.isUntitled || document.isCell ? textLanguages.has(document.languageId) : texts.test(document.path))) return false;
  const text = document.text();
  return hasMagic(text) || keys.test(frontMatter(text)) || (!others.test(document.path) && calculates(text));
}

const calculates = (text: string) => {
  const beginning = text.slice(0, longestLook);
  return [sum, equation].some((calculation) => (beginning.match(calculation)?.length ?? 0) >= fewestCalculations);
};

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const hasMagic = (text: string) => text.split(/\r\n|\r|\n/, linesOfMagic).some((line) => line.includes('reasoning-review'));

/** What stands between `---` lines at the start, or nothing. */
function frontMatter(text: string): string {
  const open = /^\uFEFF?---[^\S\r\n]*(\r\n|\r|\n)/.exec(text);
  if (open === null) return '';
  const rest = text.slice(open[0].length);
  const close = /^(---|\.\.\.)\s*$/m.exec(rest);
  return close === null ? '' : rest.slice(0, close.index);
}
