// Whether a document may ask for review. Only the server knows; this looks no further than is needed to leave its
// process unstarted for people who write other things, and says yes in doubt.

const names = /\.(solution\.(md|tex|txt)|trace\.jsonl?)$/i;
const texts = /\.(md|markdown|tex|latex|txt|text)$/i;
const textLanguages = new Set(['markdown', 'latex', 'tex', 'plaintext']);
const keys = /\b(problem|answer|checklist|profile)\b/;
const linesOfMagic = 5;

export interface Candidate {
  readonly path: string;
  readonly isUntitled: boolean;
  readonly languageId: string;
  /** The text, fetched only where the name does not decide. */
  text(): string;
}

/** The file whose presence says that a folder has something to review. */
export const configurationName = 'reasoning-review.json';

export function mayAsk(document: Candidate): boolean {
  if (!document.isUntitled && (names.test(document.path) || baseName(document.path) === configurationName)) return true;
  if (!(document.isUntitled ? textLanguages.has(document.languageId) : texts.test(document.path))) return false;
  const text = document.text();
  return hasMagic(text) || keys.test(frontMatter(text));
}

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
