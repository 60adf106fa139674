// The nodes of the view Steps: what each holds and how it reads.
import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient/node';
import type { FindingInfo, NoteText, SetAsideInfo, StepInfo, StepsResult, TraceInfo } from './protocol';
import { many } from './stepLists';
import { asideWords, markWords, noteBy, stateNames, stateSigns } from './words';

interface Common {
  readonly id: string;
  readonly parent: StepNode | undefined;
  readonly children: StepNode[];
}

export type TraceNode = Common & { readonly kind: 'trace'; readonly trace: TraceInfo; readonly isFolded: boolean };

export type StepNode = TraceNode | Common & (
  | { readonly kind: 'step'; readonly step: StepInfo }
  | { readonly kind: 'finding'; readonly finding: FindingInfo }
  | { readonly kind: 'aside'; readonly aside: SetAsideInfo }
  | { readonly kind: 'note'; readonly note: NoteText });

const isWrong = ({ state }: StepInfo) => state === 'flagged' || state === 'doubted';

/** The tree of a document; of flagged steps alone where that is asked for. */
export function nodesOf({ traces }: StepsResult, document: string, flaggedOnly: boolean): StepNode[] {
  return traces.map((trace, index) => {
    const id = `${document}#${index}`;
    const node: TraceNode = { kind: 'trace', trace, isFolded: traces.length > many, id, parent: undefined, children: [] };
    fill(node, trace, flaggedOnly);
    return node;
  }).filter(({ children, trace }) => !flaggedOnly || children.length > 0 || trace.flagged + (trace.doubted ?? 0) > 0);
}

/** Hangs a solution's steps and findings under its node. */
export function fill(node: TraceNode, trace: TraceInfo, flaggedOnly: boolean): void {
  node.children.length = 0;
  trace.steps?.forEach((step, number) => {
    if (flaggedOnly && !isWrong(step)) return;
    const own: StepNode = { kind: 'step', step, id: `${node.id}.${number}`, parent: node, children: [] };
    own.children.push(...leaves(step, own));
    node.children.push(own);
  });
  node.children.push(...leaves(trace, node));
}

interface Said {
  readonly findings: readonly FindingInfo[];
  readonly setAside: readonly SetAsideInfo[];
  readonly notes: readonly NoteText[];
}

const leaves = ({ findings, setAside, notes }: Said, parent: StepNode): StepNode[] => [
  ...findings.map((finding, at): StepNode => ({ kind: 'finding', finding, id: `${parent.id}!${at}`, parent, children: [] })),
  ...setAside.map((aside, at): StepNode => ({ kind: 'aside', aside, id: `${parent.id}-${at}`, parent, children: [] })),
  ...notes.map((note): StepNode => ({ kind: 'note', note, id: `${parent.id}~${note.id}`, parent, children: [] })),
];

/** Where a node leads. */
export const rangeOf = (node: StepNode): Range => node.kind === 'note' ? rangeOf(node.parent!)
  : node.kind === 'trace' ? node.trace.range : node.kind === 'step' ? node.step.range
  : node.kind === 'finding' ? node.finding.range : node.aside.range;

/** The node as the view shows it. */
export function itemOf(node: StepNode): vscode.TreeItem {
  const isAsked = node.kind === 'trace' && node.trace.steps === undefined;
  const open = node.children.length === 0 && !isAsked ? vscode.TreeItemCollapsibleState.None
    : node.kind === 'trace' && node.isFolded ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
  const [label, description, icon] = words(node);
  const item = new vscode.TreeItem(label, open);
  // By its id the view remembers what a person folded.
  item.id = node.id;
  item.description = description;
  item.tooltip = `${label} – ${description}`;
  item.iconPath = icon;
  // A sign says nothing to a screen reader that the word does not.
  item.accessibilityInformation = { label: `${label}, ${node.kind === 'step' ? stateNames[node.step.state] : description}` };
  item.contextValue = node.kind === 'aside' && node.aside.undo !== undefined ? 'dismissedFinding' : node.kind;
  return item;
}

function words(node: StepNode): readonly [string, string, vscode.ThemeIcon] {
  switch (node.kind) {
    case 'note': return [node.note.text, noteBy(node.note).replace(/:$/, ''), new vscode.ThemeIcon('comment')];
    case 'trace': return [node.trace.name, traceWords(node.trace), new vscode.ThemeIcon('checklist')];
    case 'step': {
      const { name, text, state } = node.step;
      return [`${name.replace(/^Step /, '')} · ${text}`, `${stateSigns[state]} ${stateNames[state]}`, stateIcons[state]];
    }
    case 'finding': return [node.finding.message, node.finding.rule, new vscode.ThemeIcon(severityIcon(node.finding.severity))];
    case 'aside': return [node.aside.message, `${node.aside.rule} ${asideWords(node.aside)}`, stateIcons.dismissed];
  }
}

const traceWords = ({ summary, mark }: TraceInfo) => mark === undefined ? summary : `${summary} · ${markWords(mark)}`;

const coloured = (icon: string, colour: string) => new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));

const stateIcons = {
  flagged: coloured('error', 'testing.iconFailed'),
  checked: coloured('pass', 'testing.iconPassed'),
  nothingCheckable: coloured('circle-outline', 'testing.iconUnset'),
  doubted: coloured('question', 'testing.iconQueued'),
  dismissed: coloured('circle-slash', 'testing.iconSkipped'),
  silenced: coloured('bell-slash', 'testing.iconSkipped'),
} as const;

const severityIcon = (severity: string) => severity === 'error' || severity === 'warning' ? severity : 'info';
