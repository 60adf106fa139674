import * as vscode from 'vscode';
import {
  DidChangeConfigurationNotification, ExecuteCommandRequest, LanguageClient, State, TransportKind, type ServerOptions,
} from 'vscode-languageclient/node';
import { isAside, selector } from './documents';
import { FreshLenses } from './freshLenses';
import { documentHere, onDidChangeHere } from './here';
import { keyEnvironment } from './keys';
import { withoutModels } from './models';
import { Applied } from './applied';
import { CellFindings } from './cellFindings';
import { ChecklistTree } from './checklistTree';
import { suggestCorrections } from './corrections';
import { crashes } from './crashes';
import type { Desk } from './desk/desk';
import { askReason } from './dismissing';
import { applyLookedAt } from './lookedAt';
import { ManyFindings } from './manyFindings';
import { commands, contexts, section } from './names';
import { Named } from './named';
import { showDocument } from './pages';
import { Notes } from './notes';
import { ProgressGutter } from './progressGutter';
import { serverCommands } from './protocol';
import { Reviews } from './reviews';
import type { RememberedFindings } from './rememberedFindings';
import { ReadOnlyTexts } from './readOnlyTexts';
import { ScoreStatus } from './scoreStatus';
import { ReviewStatus } from './status';
import { StepLists } from './stepLists';
import { StepsTree } from './stepsTree';

/** One running server and everything that shows what it says. */
export class Session implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[];

  readonly reviews: Reviews;
  readonly lists: StepLists;
  readonly steps: StepsTree;
  readonly named: Named;
  readonly applied: Applied;
  readonly notes: Notes;
  /** Where the extension lies. */
  readonly extension: vscode.Uri;
  readonly scores: ScoreStatus;
  /** The desks that stand open, by what they are of. */
  readonly desks = new Map<string, Desk>();
  /** A folder of the extension's own, outside of any workspace. */
  readonly storage: vscode.Uri;

  private constructor(readonly client: LanguageClient, readonly texts: ReadOnlyTexts, context: vscode.ExtensionContext) {
    const reviews = this.reviews = new Reviews(client);
    this.lists = new StepLists(client, reviews);
    this.steps = new StepsTree(client, this.lists);
    this.named = new Named(client, context.workspaceState);
    this.applied = new Applied(client, reviews, context.workspaceState);
    this.scores = new ScoreStatus(client, reviews);
    const tell = () => tellContext(client, reviews);
    this.notes = new Notes(client, this.lists);
    this.extension = context.extensionUri;
    this.storage = context.globalStorageUri;
    this.disposables = [
      this.notes,
      new ReviewStatus(client, reviews),
      this.scores,
      new ProgressGutter(context, client),
      this.steps,
      this.lists,
      this.named,
      this.applied,
      this.texts,
      // A server that crashed and came back has forgotten whom it was told of.
      client.onDidChangeState(({ newState }) => { if (newState === State.Running) void this.named.askAll(); }),
      new ChecklistTree(client, reviews),
      new CellFindings(client),
      new FreshLenses(client, reviews),
      client.onDidChangeState(tell),
      reviews.onDidReview(tell),
      onDidChangeHere(tell),
      vscode.workspace.onDidGrantWorkspaceTrust(() =>
        void client.sendNotification(DidChangeConfigurationNotification.type, { settings: null })),
      reviews,
    ];
  }

  static async start(
    context: vscode.ExtensionContext, program: string, log: vscode.LogOutputChannel, remembered: RememberedFindings,
  ): Promise<Session> {
    const texts = new ReadOnlyTexts();
    const client = makeClient(program, log, await keyEnvironment(context.secrets, vscode.workspace.isTrusted, context.globalState),
      texts, remembered);
    const session = new Session(client, texts, context);
    try {
      await client.start();
    } catch (error) {
      session.dispose();
      throw error;
    }
    return session;
  }

  /** Carries out a command of the server's. */
  async run<T>(command: string, ...args: unknown[]): Promise<T | null> {
    return await this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args }) as T | null;
  }

  /** Closes it with the session, where it still is. */
  own(part: vscode.Disposable): void {
    this.disposables.push(part);
  }

  async stop(): Promise<void> {
    await this.client.stop().catch(() => {});
    this.dispose();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

function makeClient(
  program: string, log: vscode.LogOutputChannel, keys: Record<string, string>, texts: ReadOnlyTexts,
  remembered: RememberedFindings,
): LanguageClient {
  const server: ServerOptions = {
    command: program, args: ['serve'], transport: TransportKind.stdio, options: { env: { ...process.env, ...keys } },
  };
  const many = new ManyFindings();
  const client: LanguageClient = new LanguageClient(section, 'Reasoning Review', server, {
    documentSelector: selector,
    outputChannel: log,
    errorHandler: crashes(),
    initializationOptions: withoutModels({ ...vscode.workspace.getConfiguration(section) }),
    // A rule's id leads to its page inside the server, which is there without a network; no other command is carried out from a text.
    markdown: { isTrusted: { enabledCommands: [serverCommands.explainRule] } },
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
    middleware: {
      provideDiagnostics: (document, previous, token, next) =>
        remembered.provide(document, previous, token, (each, id, given) => many.provide(each, id, given, next)),
      window: { showDocument },
      workspace: {
        handleApplyEdit: (params, next) =>
          applyLookedAt(client, texts, params, (edit) => next(edit, new vscode.CancellationTokenSource().token)),
        // The notice of a change would carry the settings as they are: the server is told to ask for them instead.
        didChangeConfiguration: () => client.sendNotification(DidChangeConfigurationNotification.type, { settings: null }),
        configuration: async (params, token, next) => {
          const settings = await next(params, token);
          return Array.isArray(settings) ? settings.map((each: unknown) => withoutModels(each)) : settings;
        },
      },
      // Chosen as a quick fix it opens the same list as from the palette.
      executeCommand: async (command, args, next) => {
        if (command === serverCommands.openReport && args.length === 1) return vscode.commands.executeCommand(commands.openReport, args[0]);
        if (command === serverCommands.suggestCorrections) return suggestCorrections(client, ...args as [string, number, number]);
        if (command !== serverCommands.markWrong || args.length > 1) return next(command, args);
        const reason = await askReason();
        return reason === undefined ? undefined : next(command, [...args, reason]);
      },
    },
  });
  client.registerFeature({
    getState: () => ({ kind: 'static' }),
    fillClientCapabilities: (capabilities) => { capabilities.experimental = { ...capabilities.experimental, reasoningReview: true }; },
    initialize: () => {},
    clear: () => {},
  });
  return client;
}

function tellContext(client: LanguageClient, reviews: Reviews): void {
  const document = documentHere();
  const review = document === undefined ? undefined : reviews.of(document);
  const tell = (context: string, value: boolean) => void vscode.commands.executeCommand('setContext', context, value);
  const carriesOut = (command: string) => client.initializeResult?.capabilities.executeCommandProvider?.commands.includes(command) ?? false;
  tell(contexts.checklists, carriesOut(serverCommands.applyChecklist));
  tell(contexts.corrections, carriesOut(serverCommands.suggestCorrections));
  tell(contexts.running, client.state === State.Running);
  // A report or a rule's page has the focus: the views go on speaking of what they show.
  if (document === undefined && isAside()) return;
  tell(contexts.known, review !== undefined);
  tell(contexts.reviewed, review?.isReviewed ?? false);
  tell(contexts.offered, review !== undefined && !review.isReviewed && review.looksLikeSolution);
}
