// Runs inside the extension host. Each line it prints is the result of one test.
const assert = require('node:assert/strict');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const vscode = require('vscode');

const id = 'reasoning-review.reasoning-review';
const folder = () => vscode.workspace.workspaceFolders[0].uri;
const file = (name) => vscode.Uri.joinPath(folder(), name);
const sample = 'train-journey.solution.md';

// VS Code answers nothing, or with an error, while other extensions register: asked until it does.
async function until(what, ask, milliseconds = 90_000) {
  const end = Date.now() + milliseconds;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`Never came: ${what}${last ? ` (${last.message})` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function show(name) {
  const document = await vscode.workspace.openTextDocument(file(name));
  await vscode.window.showTextDocument(document);
  return document;
}

const findings = (uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'reasoning');
const ruleOf = ({ code }) => typeof code === 'object' ? code.value : code;
const command = (name, ...args) => vscode.commands.executeCommand(name, ...args);
const namesOf = (symbols) => symbols.flatMap(({ name, children }) => [name, ...namesOf(children ?? [])]);
const isRunning = () => vscode.extensions.getExtension(id).exports.isRunning;

const tests = {
  'a README activates the extension and starts no server': async () => {
    const readme = await show('README.md');
    await until('activation', () => vscode.extensions.getExtension(id).isActive);
    assert.equal(isRunning(), false);
    assert.deepEqual(findings(readme.uri), []);
  },

  'the workspace is restricted, and a solution is reviewed all the same': async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { uri } = await show(sample);
    const [first] = await until('findings', () => { const all = findings(uri); return all.length > 0 && all; });
    assert.equal(ruleOf(first), 'RR101');
    assert.equal(first.range.start.line, 12);
    assert.equal(first.severity, vscode.DiagnosticSeverity.Error);
    assert.match(first.code.target.toString(), /RR101/);
    assert.equal(isRunning(), true);
  },

  'with the server running a README is still left alone': async () => {
    const readme = await show('README.md');
    await command('vscode.executeDocumentSymbolProvider', readme.uri);
    assert.deepEqual(findings(readme.uri), []);
    await show(sample);
  },

  'hover: the evidence': async () => {
    const hovers = await until('hover', async () => {
      const all = await command('vscode.executeHoverProvider', file(sample), new vscode.Position(12, 50));
      return all.length > 0 && all;
    });
    // The message stands beside it as a diagnostic, so the card does not say it again.
    assert.ok(hovers.some(({ contents }) => contents.some(({ value }) => value.includes('— wrong') && !value.includes('1.363636'))));
  },

  'code lens: every count, and the exact fixes': async () => {
    const lenses = await until('lenses', async () => { const all = await command('vscode.executeCodeLensProvider', file(sample), 10); return all.length > 0 && all; });
    const titles = lenses.map((lens) => lens.command?.title);
    assert.ok(titles.some((title) => /^1 wrong · 3 right · 1 not checkable( · answer wrong)?$/.test(title)), titles.join());
    assert.ok(titles.some((title) => /^Fix/.test(title)), titles.join());
  },

  'inlay hint: what should stand there': async () => {
    const hints = await until('hints', async () => { const all = await command('vscode.executeInlayHintProvider', file(sample), new vscode.Range(0, 0, 30, 0)); return all.length > 0 && all; });
    assert.deepEqual(hints.map(({ label }) => typeof label === 'string' ? label : label.map(({ value }) => value).join('')), ['✗ 1.4']);
  },

  'outline, folding and links': async () => {
    const symbols = await until('symbols', async () => { const all = await command('vscode.executeDocumentSymbolProvider', file(sample)); return namesOf(all ?? []).some((name) => name.startsWith('Step 5')) && all; });
    assert.ok(symbols.length > 0);
    const folds = await until('folds', () => command('vscode.executeFoldingRangeProvider', file(sample)));
    assert.ok(folds.some(({ start }) => start >= 4));
  },

  'quick fix: the exact value, and the finding is gone': async () => {
    const document = await show(sample);
    const [finding] = findings(document.uri);
    const fix = await until('fix', async () => (await command('vscode.executeCodeActionProvider', document.uri, finding.range, 'quickfix')).find(({ title }) => title === 'Replace 1.8 by 1.4'));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.lineAt(12).text, /75 \/ 55 = 1\.4 hours/);
    await until('no false equality', () => findings(document.uri).every((found) => found.range.start.line !== 12));
    await command('undo');
    await until('the finding again', () => findings(document.uri).some((found) => found.range.start.line === 12));
  },

  'silencing needs no more than choosing it': async () => {
    const document = await show('winter-sale.solution.md');
    const [finding] = await until('findings', () => { const all = findings(document.uri); return all.length > 0 && all; });
    const silence = await until('action', async () => (await command('vscode.executeCodeActionProvider', document.uri, finding.range, 'quickfix', 20)).find(({ title }) => /^Silence RR108 for this step/.test(title)));
    assert.ok(silence.edit, 'The edit was not resolved.');
    assert.ok(await vscode.workspace.applyEdit(silence.edit));
    await until('silence', () => findings(document.uri).length === 0);
    await command('workbench.action.files.revert');
  },

  'every exact fix, by the command of the palette': async () => {
    const document = await show('winter-sale.solution.md');
    const before = document.getText();
    await until('findings', () => findings(document.uri).length > 0);
    await command('reasoningReview.fixAll');
    await until('an edit', () => document.getText() !== before);
    await command('workbench.action.files.revert');
  },

  'a file that does not ask is reviewed on a person\'s word': async () => {
    writeFileSync(file('notes.md').fsPath, 'Step 1: 2 + 2 = 5\n\nStep 2: 3 + 3 = 6\n');
    const document = await show('notes.md');
    assert.deepEqual(findings(document.uri), []);
    await command('reasoningReview.reviewFile');
    await until('findings', () => findings(document.uri).some((found) => ruleOf(found) === 'RR101'));
  },

  'what looks like a solution is offered, not underlined, and remembered once it is asked for': async () => {
    writeFileSync(file('homework.md').fsPath, 'Each box holds 7 * 2 = 15 pears.\n\nThree boxes hold 15 * 3 = 45 pears.\n\nSo 45 - 5 = 40 are left.\n');
    const document = await show('homework.md');
    await command('vscode.executeDocumentSymbolProvider', document.uri);
    assert.deepEqual(findings(document.uri), []);
    const offers = await until('offers', async () => {
      const all = await command('vscode.executeCodeActionProvider', document.uri, new vscode.Range(0, 0, 0, 0), 'source.review');
      return all.length === 3 && all;
    });
    assert.deepEqual(offers.map(({ title }) => title), ['Review this file', 'Always review this file', 'Always review files like this']);
    await command('reasoningReview.reviewFile');
    await until('findings', () => findings(document.uri).some((found) => ruleOf(found) === 'RR101'));
    await command('reasoningReview.restart');
    await until('findings after a restart', () => isRunning() && findings(document.uri).some((found) => ruleOf(found) === 'RR101'));
  },

  'a README that comes to ask is reviewed while it is typed': async () => {
    const document = await show('README.md');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '<!-- reasoning-review -->\nStep 1: 2 + 2 = 5\n\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await until('findings', () => findings(document.uri).length > 0);
  },

  'a checklist: exact verdicts at once, a person\'s word on an item, and no judge in a restricted workspace': async () => {
    writeFileSync(file('boxed.solution.md').fsPath, '---\nchecklist: ["Is the final answer boxed?", "Is the author polite?"]\n---\n\nStep 1: 2 + 2 = 4.\n');
    const { uri } = await show('boxed.solution.md');
    await until('findings', () => findings(uri).some((found) => ruleOf(found) === 'RR501'));
    const settings = vscode.workspace.getConfiguration('reasoningReview');
    await settings.update('judge', 'builtin', vscode.ConfigurationTarget.Global);
    const apply = async () => (await command('reasoning.applyChecklist', uri.toString(), 0)).traces[0].items;
    const [boxed, polite] = await apply();
    assert.deepEqual([boxed.verdict, boxed.source, polite.verdict, polite.source], ['no', 'check', 'unsure', 'nobody']);
    await settings.update('judge', undefined, vscode.ConfigurationTarget.Global);
    await command('reasoning.decideItem', uri.toString(), 0, boxed.id, 'n/a', 'No box was asked for');
    await until('the decision', async () => (await apply())[0].decided && findings(uri).length === 0);
  },

  'a correction from the list, with its proof, in the text': async () => {
    writeFileSync(file('apples.solution.md').fsPath, 'Step 1: The bags hold 3 * 4 = 14 apples.\n\nStep 2: After eating, 12 - 2 = 10 are left.\n');
    const document = await show('apples.solution.md');
    const [finding] = await until('findings', () => { const all = findings(document.uri); return all.length > 0 && all; });
    const action = await until('action', async () => (await command('vscode.executeCodeActionProvider', document.uri, finding.range, 'quickfix')).find(({ title }) => title === 'Suggest corrections of Step 1…'));
    const running = command(action.command.command, ...action.command.arguments);
    await until('the correction', async () => {
      await command('workbench.action.acceptSelectedQuickOpenItem');
      return document.lineAt(0).text === 'Step 1: The bags hold 3 * 4 = 12 apples.';
    });
    await running;
    await command('workbench.action.files.revert');
  },

  'a tool for agents reviews a text through the server': async () => {
    const { agents } = vscode.extensions.getExtension(id).exports;
    assert.deepEqual([...agents], ['reasoning-review_reviewText', 'reasoning-review.mcp']);
    const { content } = await vscode.lm.invokeTool('reasoning-review_reviewText', { input: { text: 'Step 1: So 2 + 2 = 5.' }, toolInvocationToken: undefined }, new vscode.CancellationTokenSource().token);
    const { traces: [trace] } = JSON.parse(content[0].value);
    assert.deepEqual([trace.flagged, trace.steps[0].findings[0].rule], [1, 'RR101']);
  },

  'settings are followed without a restart': async () => {
    const settings = vscode.workspace.getConfiguration('reasoningReview');
    const { uri } = await show(sample);
    const hints = () => command('vscode.executeInlayHintProvider', uri, new vscode.Range(0, 0, 30, 0));
    await settings.update('inlayHints', 'all', vscode.ConfigurationTarget.Global);
    await until('a hint for every step', async () => (await hints()).length === 5);
    await settings.update('inlayHints', 'off', vscode.ConfigurationTarget.Global);
    await until('no hint', async () => (await hints()).length === 0);
    await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Global);
    await until('the flagged step', async () => (await hints()).length === 1);
  },

  'a workspace cannot choose the program': async () => {
    mkdirSync(file('.vscode').fsPath, { recursive: true });
    writeFileSync(file('.vscode/settings.json').fsPath, '{ "reasoningReview.server.path": "/bin/false", "reasoningReview.codeLens": false }');
    await until('the workspace\'s settings', () => vscode.workspace.getConfiguration('reasoningReview').get('codeLens') === false);
    assert.equal(vscode.workspace.getConfiguration('reasoningReview').get('server.path'), '');
    writeFileSync(file('.vscode/settings.json').fsPath, '{}');
  },

  'a wrong finding is written down with its reason and not shown again': async () => {
    const document = await show('linear-equation.solution.tex');
    const [finding] = await until('findings', () => { const all = findings(document.uri); return all.length > 0 && all; });
    const action = await until('action', async () => (await command('vscode.executeCodeActionProvider', document.uri, finding.range, 'quickfix')).find(({ title }) => /finding is wrong/.test(title)));
    await command(action.command.command, ...action.command.arguments, 'It is meant to be wrong');
    await until('silence', () => findings(document.uri).length === 0);
    const line = readFileSync(join(folder().fsPath, '.reasoning', 'decisions.jsonl'), 'utf8').trim().split('\n').at(-1);
    assert.equal(JSON.parse(line).reason, 'It is meant to be wrong');
  },

  'a desk opens in a restricted workspace, of a file and of the folder': async () => {
    for (const [place, name] of [[file('models.trace.jsonl'), 'models.trace.jsonl'], [folder(), 'samples']]) {
      await command('reasoningReview.openDesk', place);
      await until('desk', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label === `Desk: ${name}`));
    }
  },

  'a restart brings everything back': async () => {
    const { uri } = await show(sample);
    await command('reasoningReview.restart');
    await until('running', isRunning);
    await until('findings', () => findings(uri).length > 0);
  },
};

exports.run = async () => {
  let failed = 0;
  for (const [name, run] of Object.entries(tests)) {
    let error;
    try {
      await run();
    } catch (problem) {
      failed++;
      error = `${problem.message}\n${problem.stack}`;
    }
    console.log(JSON.stringify({ test: name, error }));
  }
  if (failed > 0) throw new Error(`${failed} failed`);
};
