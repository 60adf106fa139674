import * as vscode from 'vscode';

const reasons = ['The step is right as it stands', 'The notation was misread', 'It is meant to be wrong'];

/** Why a finding is wrong: a reason of the list, or what a person types; undefined where he turns away. */
export function askReason(): Promise<string | undefined> {
  const list = vscode.window.createQuickPick();
  list.title = 'Why is this finding wrong?';
  list.placeholder = 'Choose a reason or type your own; it is kept in .reasoning/decisions.jsonl';
  const offer = (typed: string) => {
    const own = typed.trim();
    list.items = [...(own === '' ? [] : [{ label: own, description: 'your words', alwaysShow: true }]),
      ...reasons.map((label) => ({ label })), { label: 'No reason', alwaysShow: true }];
  };
  offer('');
  return new Promise((resolve) => {
    list.onDidChangeValue(offer);
    list.onDidAccept(() => {
      const [chosen] = list.selectedItems;
      resolve(chosen === undefined ? undefined : chosen.label === 'No reason' ? '' : chosen.label);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
