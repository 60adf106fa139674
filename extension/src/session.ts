import * as vscode from 'vscode';
import {
  DidChangeConfigurationNotification, ExecuteCommandRequest, LanguageClient, State, TransportKind, type ServerOptions,
} from 'vscode-languageclient/node';
import { selector } from './documents';
import { keyEnvironment } from './keys';
import { withoutModels } from './models';
import { ChecklistTree } from './checklistTree';
import { suggestCorrections } from './corrections';
import { contexts, section } from './names';
import { showDocument } from './pages';
import { ProgressGutter } from './progressGutter';
import { serverCommands } from './protocol';
import { Reviews } from './reviews';
import { ScoreStatus } from './scoreStatus';
import { ReviewStatus } from './status';
import { StepsTree } from './stepsTree';

/** One running server and everything that shows what it says. */
export class Session implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[];

  private constructor(readonly client: LanguageClient, context: vscode.ExtensionContext) {
    const reviews = new Reviews(client);
    const tell = () => tellContext(client, reviews);
    this.disposables = [
      new ReviewStatus(client, reviews),
      new ScoreStatus(client, reviews),
      new ProgressGutter(context, client),
      new StepsTree(client, reviews),
      new ChecklistTree(client, reviews),
      client.onDidChangeState(tell),
      reviews.onDidReview(tell),
      vscode.window.onDidChangeActiveTextEditor(tell),
      vscode.workspace.onDidGrantWorkspaceTrust(() =>
        void client.sendNotification(DidChangeConfigurationNotification.type, { settings: null })),
      reviews,
    ];
  }

  static async start(context: vscode.ExtensionContext, program: string, log: vscode.LogOutputChannel): Promise<Session> {
    const client = makeClient(program, log, await keyEnvironment(context.secrets, vscode.workspace.isTrusted));
    const session = new Session(client, context);
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

  async stop(): Promise<void> {
    await this.client.stop().catch(() => {});
    this.dispose();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

function makeClient(program: string, log: vscode.LogOutputChannel, keys: Record<string, string>): LanguageClient {
  const server: ServerOptions = {
    command: program, args: ['serve'], transport: TransportKind.stdio, options: { env: { ...process.env, ...keys } },
  };
  const client: LanguageClient = new LanguageClient(section, 'Reasoning Review', server, {
    documentSelector: selector,
    outputChannel: log,
    initializationOptions: withoutModels({ ...vscode.workspace.getConfiguration(section) }),
    // A rule's id leads to its page inside the server, which is there without a network; no other command is carried out from a text.
    markdown: { isTrusted: { enabledCommands: [serverCommands.explainRule] } },
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
    middleware: {
      window: { showDocument },
      workspace: {
        // The notice of a change would carry the settings as they are: the server is told to ask for them instead.
        didChangeConfiguration: () => client.sendNotification(DidChangeConfigurationNotification.type, { settings: null }),
        configuration: async (params, token, next) => {
          const settings = await next(params, token);
          return Array.isArray(settings) ? settings.map((each: unknown) => withoutModels(each)) : settings;
        },
      },
      // Chosen as a quick fix it opens the same list as from the palette.
      executeCommand: (command, args, next) => command === serverCommands.suggestCorrections
        ? suggestCorrections(client, ...args as [string, number, number])
        : next(command, args),
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
  const document = vscode.window.activeTextEditor?.document;
  const tell = (context: string, value: boolean) => void vscode.commands.executeCommand('setContext', context, value);
  const carriesOut = (command: string) => client.initializeResult?.capabilities.executeCommandProvider?.commands.includes(command) ?? false;
  tell(contexts.checklists, carriesOut(serverCommands.applyChecklist));
  tell(contexts.corrections, carriesOut(serverCommands.suggestCorrections));
  tell(contexts.running, client.state === State.Running);
  tell(contexts.reviewed, document !== undefined && (reviews.of(document)?.isReviewed ?? false));
}
