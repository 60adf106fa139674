import * as vscode from 'vscode';
import { commands, contexts, section } from './names';
import { findServer } from './serverProgram';
import { RememberedFindings } from './rememberedFindings';
import type { Session } from './session';

/** Has a session where one is wanted. What cannot be started is said once. */
export class Reviewer {
  private session: Promise<Session | undefined> | undefined;
  private current: Session | undefined;
  private readonly remembered: RememberedFindings;

  constructor(private readonly context: vscode.ExtensionContext, private readonly log: vscode.LogOutputChannel) {
    this.remembered = new RememberedFindings(context.workspaceState, String(context.extension.packageJSON.version));
    context.subscriptions.push(this.remembered);
  }

  get isRunning(): boolean {
    return this.current?.client.isRunning() ?? false;
  }

  /** Whether something has asked for a session, be it running or not. */
  get isWanted(): boolean {
    return this.session !== undefined;
  }

  /** The session, started where it is not; undefined where it cannot be. */
  wanted(): Promise<Session | undefined> {
    return this.session ??= this.start();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.wanted();
  }

  async stop(): Promise<void> {
    const session = await this.session;
    this.session = this.current = undefined;
    await session?.stop();
    await vscode.commands.executeCommand('setContext', contexts.running, false);
  }

  private async start(): Promise<Session | undefined> {
    const program = findServer(this.context);
    if (program === undefined) {
      this.explain('The review server is missing.', 'Set path', () =>
        vscode.commands.executeCommand('workbench.action.openSettings', `${section}.server.path`));
      return undefined;
    }
    this.log.info(`Starting ${program}`);
    const starting = (value: boolean) => void vscode.commands.executeCommand('setContext', contexts.starting, value);
    starting(true);
    try {
      // Loaded here, so that a window in which nothing asks for review never loads the client.
      const { Session } = await import('./session.js');
      return this.current = await Session.start(this.context, program, this.log, this.remembered);
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      this.explain('The review server could not be started.', 'Show log', () => vscode.commands.executeCommand(commands.showLog));
      return undefined;
    } finally {
      starting(false);
    }
  }

  private explain(message: string, action: string, act: () => Thenable<unknown>): void {
    this.remembered.forget();
    void vscode.window.showErrorMessage(`Reasoning Review: ${message}`, action).then((chosen) => chosen === action ? act() : undefined);
  }
}
