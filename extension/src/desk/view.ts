// The page of a desk: the queue, a solution, what people say of it. Runs in the webview and asks the extension for everything.
import type { DeskGroup } from '../protocol';
import { RowList } from './list';
import type { Filter, Question, Questions, Saying, Solution, ToPage } from './messages';
import { Queue } from './queue';
import { askFor, showKeys } from './sheets';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void; setState(state: unknown): void };

const host = acquireVsCodeApi();
const part = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T;
const pending = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
let asked = 0;

function ask<Q extends Question>(what: Q, params: Questions[Q][0]): Promise<Questions[Q][1]> {
  return new Promise((resolve, reject) => {
    pending.set(++asked, { resolve: resolve as (result: unknown) => void, reject });
    host.postMessage({ type: 'ask', id: asked, what, params });
  });
}

let filter: Filter = 'all';
let group: DeskGroup | undefined;
let shown: Solution | undefined;
let step = 0;
/** The item of the checklist that is chosen, or -1. */
let item = -1;
let isComplete = false;
/** Whether the desk holds no solution at all, whatever is filtered. */
let isEmpty = false;
let listing: Promise<void> | undefined;
/** A person went somewhere: until then the list begins where it begins. */
let isAtWork = false;

const queue = new Queue((from, count) => ask('page', { from, count }), () => list.draw());
const list = new RowList(part('queue'), part('rows'), queue, (index) => void go(index));

const made = (tag: 'p' | 'li' | 'strong' | 'em', textContent: string) => Object.assign(document.createElement(tag), { textContent });
const say = (text: string) => { part('live').textContent = text; };
const attempt = (act: Promise<unknown>) => void act.catch((error: Error) => say(error.message));

/** Lists anew; the chosen row stays chosen where it is still listed. */
async function relist(keep: boolean): Promise<void> {
  const find = keep && isAtWork ? shown?.row.row : undefined;
  const { total, all, isComplete: done, position, problem } = await ask('list', {
    filter, ...(group === undefined ? {} : { group: group.key }), ...(find === undefined ? {} : { find }) });
  isComplete = done;
  isEmpty = all === 0;
  queue.reset(total, position >= 0 ? position : keep && isAtWork ? queue.chosen : 0);
  part('count').textContent = problem ?? `${total === all ? '' : `${total} of `}${all} ${all === 1 ? 'solution' : 'solutions'}`
    + (done ? '' : ', reading…');
  // For whoever measures how long a desk takes to open.
  if (done) performance.mark('listed');
  list.reveal();
  if (total === 0) clear();
  // While rows come in, what is shown is left alone.
  else if (shown === undefined || (position < 0 && (isComplete || isAtWork) && (await queue.row())?.row !== shown.row.row)) await show();
}

// One after the other, however often it is asked for.
function refresh(keep: boolean): Promise<void> {
  return listing = (listing ?? Promise.resolve()).then(() => relist(keep)).catch((error: Error) => say(error.message));
}

function clear(): void {
  shown = undefined;
  part('solution').replaceChildren(made('p', !isComplete ? 'Reading…' : isEmpty
    ? 'No file here asks for review. "Review All Solutions in the Workspace" finds those that look like solutions.'
    : 'No solution is listed.'));
  drawSide();
}

let showing = 0;
let latest = Promise.resolve();

/** Shows the chosen row, or what is known of it now. */
const show = (keepStep = false): Promise<void> => latest = showNow(++showing, keepStep);

// Whoever waits for what a later call shows instead waits for that.
async function showNow(call: number, keepStep: boolean): Promise<void> {
  const row = await queue.row();
  if (call !== showing) return latest;
  if (row === undefined) return clear();
  const solution = await ask('trace', { row: row.row });
  if (call !== showing) return latest;
  // The step of another solution is none of this one.
  const isSame = keepStep && shown?.row.row === row.row;
  shown = solution;
  queue.put(solution.row);
  part('title').textContent = solution.name;
  part('summary').textContent = solution.summary;
  // Set by the extension, every text escaped.
  part('solution').innerHTML = solution.html;
  if (!isSame) [step, item] = [Math.min(solution.begin, Math.max(0, solution.steps.length - 1)), -1];
  markItem();
  markStep(isSame ? 'nearest' : 'center');
  drawSide();
  list.draw();
}

async function go(index: number): Promise<void> {
  isAtWork = true;
  if (!queue.choose(index)) return;
  list.reveal();
  await show();
  if (shown !== undefined) say(`${queue.chosen + 1} of ${queue.total}: ${shown.name}, ${shown.summary}`);
}

const element = (at: number) => part('solution').querySelector<HTMLElement>(`[data-step="${at}"]`);

function markStep(block: ScrollLogicalPosition): void {
  for (const each of part('solution').querySelectorAll('[data-step][aria-current]')) each.removeAttribute('aria-current');
  const chosen = element(step);
  chosen?.setAttribute('aria-current', 'step');
  chosen?.scrollIntoView({ block });
}

function goStep(by: number): void {
  if (shown === undefined || shown.steps.length === 0) return;
  step = Math.max(0, Math.min(step + by, shown.steps.length - 1));
  markStep('nearest');
  const { name, state, findings } = shown.steps[step]!;
  say(`${name}, ${state === 'nothingCheckable' ? 'not checkable' : state}${findings > 0 ? `, ${findings} found` : ''}`);
}

const itemWords = (at: number) => {
  const { question, verdict, by } = shown!.items[at]!;
  return `Item ${at + 1} of ${shown!.items.length}: ${question} ${verdict}, ${by}`;
};

function markItem(): void {
  part('solution').querySelectorAll('.checklist li').forEach((each, at) => {
    if (at === item) each.setAttribute('aria-current', 'true');
    else each.removeAttribute('aria-current');
  });
}

/** The next item of the checklist, and behind the last one the first. */
function nextItem(): void {
  if (shown === undefined || shown.items.length === 0) return say('No checklist was applied to this solution.');
  item = (item + 1) % shown.items.length;
  markItem();
  part('solution').querySelector('.checklist li[aria-current]')?.scrollIntoView({ block: 'nearest' });
  say(itemWords(item));
}

/** Answers the chosen item, or the first. */
async function answerItem(): Promise<void> {
  if (item < 0) nextItem();
  const [of, at] = [shown, item];
  if (of === undefined || at < 0) return;
  const answer = await askFor(of.items[at]!.question,
    [{ name: 'verdict', label: 'yes, no, n/a or unsure', isNeeded: true }, { name: 'text', label: 'Why; may be empty' }],
    ['yes', 'no', 'n/a', 'unsure']);
  if (answer !== undefined) await decide(of, { decision: 'item-verdict', item: at, ...answer });
}

/** Says something of a solution: of the one that was shown when the person began to say it. */
async function decide(of: Solution | undefined, saying: Omit<Saying, 'row'>): Promise<void> {
  if (of === undefined) return;
  isAtWork = true;
  const { said, rows } = await ask('decide', { row: of.row.row, ...saying });
  if (rows > 1) queue.forget();
  await show(true);
  // What is decided is left for what is not, within the solution.
  const isSettled = shown?.row.row === of.row.row && (saying.decision === 'accepted' || saying.decision === 'wrong-finding');
  const next = isSettled && shown!.steps[step]?.open === 0 ? shown!.steps.findIndex(({ open }) => open > 0) : -1;
  if (next >= 0) {
    step = next;
    markStep('nearest');
  }
  say(next >= 0 ? `${said} Next: ${shown!.steps[step]!.name}.` : said);
  if (part('groups').hidden === false) await drawGroups();
}

// Of the step that is chosen where something was found in it, else of the solution.
const here = () => (shown?.steps[step]?.findings ?? 0) > 0 ? { step } : {};
// Whoever makes the same mistake.
const together = async (act: (target: { group: string }) => Promise<void>) =>
  shown?.group === undefined ? say('No other solution makes this mistake.') : act({ group: shown.group });

const reasons = ['The step is right as it stands', 'The notation was misread', 'It is meant to be wrong'];

async function dismiss(target: { step?: number; group?: string }): Promise<void> {
  const of = shown;
  if (of === undefined) return;
  const title = target.group === undefined ? 'Why is this finding wrong?' : `Why are the findings of ${of.groupRows} solutions wrong?`;
  const answer = await askFor(title, [{ name: 'text', label: 'Your reason; empty for none' }], reasons);
  if (answer !== undefined) await decide(of, { decision: 'wrong-finding', ...target, ...answer });
}

async function askSomeone(): Promise<void> {
  const [of, at] = [shown, step];
  if (of === undefined) return;
  const answer = await askFor('Whom do you ask, and what?',
    [{ name: 'whom', label: 'Name', isNeeded: true }, { name: 'text', label: 'Question' }]);
  if (answer !== undefined) await decide(of, { decision: 'asked', step: at, ...answer });
}

async function note(id?: string, old?: string): Promise<void> {
  const [of, at] = [shown, step];
  if (of === undefined) return;
  const answer = await askFor(id === undefined ? `Note at ${of.steps[at]?.name ?? 'the solution'}` : 'Change the note',
    [{ name: 'text', label: 'Note', isLong: true, isNeeded: id === undefined, ...(old === undefined ? {} : { value: old }) }]);
  if (answer !== undefined)
    await decide(of, { decision: 'note', ...answer, ...(of.steps.length > 0 ? { step: at } : {}),
      ...(id === undefined ? {} : { note: id }) });
}

async function undo(): Promise<void> {
  const { said, row } = await ask('undo', {});
  say(said);
  queue.forget();
  if (shown?.row.row !== row) {
    const { position } = await ask('list', { filter, ...(group === undefined ? {} : { group: group.key }), find: row });
    if (position >= 0) queue.choose(position);
    list.reveal();
  }
  await show(shown?.row.row === row);
}

function button(text: string, act: () => void, label?: string): HTMLButtonElement {
  const pressed = document.createElement('button');
  pressed.textContent = text;
  if (label !== undefined) pressed.setAttribute('aria-label', label);
  pressed.addEventListener('click', act);
  return pressed;
}

function drawSide(): void {
  for (const each of part('marks').querySelectorAll('button'))
    each.setAttribute('aria-checked', String(shown?.mark?.mark === Number(each.dataset['mark'])));
  part('mark-said').textContent = shown?.mark === undefined ? 'No mark yet.'
    : `${shown.mark.who ?? 'A person'} gave ${shown.mark.mark} of 4${shown.mark.outdated === true ? ', to an earlier text' : ''}.`;
  part('together').hidden = shown?.group === undefined;
  part('together-said').textContent = shown?.group === undefined ? '' : `${shown.groupRows} solutions make this mistake.`;
  part('items').hidden = (shown?.items.length ?? 0) === 0;
  part('open-source').hidden = shown?.hasSource !== true;
  const notes = (shown?.notes ?? []).map((each) => ({ note: each, at: undefined as number | undefined }))
    .concat((shown?.steps ?? []).flatMap(({ notes: own }, at) => own.map((each) => ({ note: each, at }))));
  part('notes').replaceChildren(...notes.map(({ note: each, at }) => {
    const item = document.createElement('li');
    const where = at === undefined ? 'Solution' : shown?.steps[at]?.name ?? '';
    const text = document.createElement('p');
    text.textContent = each.text;
    text.dir = 'auto';
    const by = document.createElement('span');
    by.textContent = `${where} · ${each.who ?? 'a person'}${each.outdated === true ? ' · of an earlier text' : ''} `;
    const change = () => {
      if (at !== undefined) step = at;
      attempt(note(each.id, each.text));
    };
    const remove = () => attempt(decide(shown, { decision: 'note', note: each.id, text: '', ...(at === undefined ? {} : { step: at }) }));
    item.append(by, button('Change', change, `Change the note at ${where}`), button('Remove', remove, `Remove the note at ${where}`), text);
    return item;
  }));
  if (notes.length === 0) part('notes').replaceChildren(made('li', 'No notes yet.'));
}

async function drawGroups(): Promise<void> {
  const { groups } = await ask('groups', {});
  part('groups').replaceChildren(...groups.map((each) => {
    const item = document.createElement('li');
    const choose = button('', () => attempt(chooseGroup(each)));
    choose.append(made('strong', `${each.rows} solutions`), ` ${each.rule} ${each.message} `,
      made('em', each.state));
    item.append(choose);
    return item;
  }));
  if (groups.length === 0) part('groups').replaceChildren(made('li', 'No mistake is made in several solutions.'));
}

async function chooseGroup(chosen: DeskGroup | undefined): Promise<void> {
  group = chosen;
  part('group-name').textContent = chosen === undefined ? '' : `${chosen.rows} solutions: ${chosen.rule} ${chosen.message}`;
  part('group').hidden = chosen === undefined;
  showGroups(false);
  await refresh(true);
  part('queue').focus();
}

function showGroups(isShown: boolean): void {
  part('groups').hidden = !isShown;
  part('queue').hidden = isShown;
  part('show-groups').setAttribute('aria-pressed', String(isShown));
}

async function toggleGroups(): Promise<void> {
  const isShown = part('groups').hidden === true;
  if (isShown) await drawGroups();
  showGroups(isShown);
  (isShown ? part('groups').querySelector('button') ?? part('groups') : part('queue')).focus();
}

/** Whom the mistake concerns that is shown. */
async function alike(): Promise<void> {
  const { groups } = await ask('groups', {});
  await chooseGroup(groups.find(({ key }) => key === shown?.group));
}

async function setFilter(next: Filter): Promise<void> {
  filter = next;
  for (const each of document.querySelectorAll<HTMLElement>('[data-filter]'))
    each.setAttribute('aria-checked', String(each.dataset['filter'] === next));
  await refresh(true);
  say(`${next}: ${queue.total} listed`);
}

const filters: readonly Filter[] = ['all', 'flagged', 'undecided'];

const keys: readonly (readonly [key: string, does: string, act: () => unknown])[] = [
  ['n', 'next solution', () => go(queue.chosen + 1)],
  ['p', 'previous solution', () => go(queue.chosen - 1)],
  ['j', 'next step', () => goStep(1)],
  ['k', 'previous step', () => goStep(-1)],
  ['a', 'accept: the finding is right', () => decide(shown, { decision: 'accepted', ...here() })],
  ['d', 'dismiss: the finding is wrong, with a reason', () => dismiss(here())],
  ['s', 'ask someone', () => askSomeone()],
  ['A', 'accept for all who make this mistake', () => together((all) => decide(shown, { decision: 'accepted', ...all }))],
  ['D', 'dismiss for all who make this mistake', () => together(dismiss)],
  ...[0, 1, 2, 3, 4].map((mark) => [String(mark), `mark ${mark} of 4`, () => decide(shown, { decision: 'mark', mark })] as const),
  ['c', 'note at the step', () => note()],
  ['i', 'next item of the checklist', () => nextItem()],
  ['v', 'verdict on the item: yes, no, n/a, unsure', () => answerItem()],
  ['u', 'undo what was said last here', () => undo()],
  ['f', 'filter: all, flagged, undecided', () => setFilter(filters[(filters.indexOf(filter) + 1) % filters.length]!)],
  ['g', 'the same mistakes, as groups', () => toggleGroups()],
  ['w', 'whom this mistake concerns', () => alike()],
  ['x', 'leave the group', () => chooseGroup(undefined)],
  ['o', 'open the source', () => source()],
  ['?', 'these keys', () => showKeys(keys.map(([key, does]) => [key, does] as const))],
];

const source = () => { if (shown?.hasSource === true) host.postMessage({ type: 'source', row: shown.row.row }); };

addEventListener('keydown', (event) => {
  const isTyped = (event.target as HTMLElement).closest('input, textarea, select, dialog') !== null;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyped) return;
  const isInQueue = event.target === part('queue');
  const key = isInQueue && event.key === 'ArrowDown' ? 'n' : isInQueue && event.key === 'ArrowUp' ? 'p' : event.key;
  const jumps = { Home: -Infinity, End: Infinity, PageUp: queue.chosen - 10, PageDown: queue.chosen + 10 };
  const jump = isInQueue ? jumps[event.key as keyof typeof jumps] as number | undefined : undefined;
  const found = keys.find(([name]) => name === key);
  if (found === undefined && jump === undefined) return;
  event.preventDefault();
  attempt(Promise.resolve(jump === undefined ? found![2]() : go(jump)));
});

const run = (key: string) => attempt(Promise.resolve(keys.find(([name]) => name === key)![2]()));
for (const each of document.querySelectorAll<HTMLElement>('[data-key]')) each.addEventListener('click', () => run(each.dataset['key']!));
for (const each of document.querySelectorAll<HTMLElement>('[data-filter]'))
  each.addEventListener('click', () => attempt(setFilter(each.dataset['filter'] as Filter)));
part('solution').addEventListener('click', ({ target }) => {
  const chosen = (target as HTMLElement).closest<HTMLElement>('[data-step]');
  if (chosen === null) return;
  step = Number(chosen.dataset['step']);
  markStep('nearest');
});

let last = 0;
addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'answer') {
    const waiting = pending.get(data.id);
    pending.delete(data.id);
    if (data.error === undefined) waiting?.resolve(data.result);
    else waiting?.reject(new Error(data.error));
  } else if (data.type === 'opened') {
    host.setState({ uri: data.uri });
    part('name').textContent = data.kind === 'run' ? `Run ${data.name}` : data.name;
    attempt(refresh(false));
    part('queue').focus();
  } else if (data.isComplete && isComplete) {
    // Somebody decided elsewhere.
    queue.forget();
    list.draw();
    if (shown !== undefined) attempt(show(true));
  } else if (data.isComplete || performance.now() - last > 300) {
    last = performance.now();
    attempt(refresh(true));
  }
});

host.postMessage({ type: 'ready' });
