// What agents in the editor get, where the editor has agents: a tool that reviews text, and the MCP server.
import * as vscode from 'vscode';
import { mcpArguments } from './mcpArguments';
import { section } from './names';
import { serverCommands, type StepsResult } from './protocol';
import type { Reviewer } from './reviewer';
import { findServer } from './serverProgram';

const toolName = 'reasoning-review_reviewText';
const providerId = 'reasoning-review.mcp';

/** Parts of newer editors than the oldest that the manifest admits. */
interface Newer {
  readonly lm?: {
    registerTool?(
      name: string,
      tool: { invoke(options: { readonly input: { readonly text?: unknown } }): Promise<unknown> },
    ): vscode.Disposable;
    registerMcpServerDefinitionProvider?(id: string, provider: { provideMcpServerDefinitions(): unknown[] }): vscode.Disposable;
  };
  readonly LanguageModelToolResult?: new (parts: unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
  readonly McpStdioServerDefinition?: new (
    label: string, command: string, args: string[], env: Record<string, string>, version: string,
  ) => { cwd?: vscode.Uri };
}

const newer = vscode as unknown as Newer;

/** Registers what this editor takes; returns its names. */
export function registerAgents(context: vscode.ExtensionContext, reviewer: Reviewer): string[] {
  const { lm, LanguageModelToolResult, LanguageModelTextPart, McpStdioServerDefinition } = newer;
  const registered: string[] = [];
  if (lm?.registerTool !== undefined && LanguageModelToolResult !== undefined && LanguageModelTextPart !== undefined) {
    const result = (text: string) => new LanguageModelToolResult([new LanguageModelTextPart(text)]);
    context.subscriptions.push(lm.registerTool(toolName, { invoke: async ({ input }) => result(await review(reviewer, input.text)) }));
    registered.push(toolName);
  }
  if (lm?.registerMcpServerDefinitionProvider !== undefined && McpStdioServerDefinition !== undefined) {
    context.subscriptions.push(lm.registerMcpServerDefinitionProvider(providerId, {
      provideMcpServerDefinitions: () => definitions(context, McpStdioServerDefinition),
    }));
    registered.push(providerId);
  }
  return registered;
}

async function review(reviewer: Reviewer, text: unknown): Promise<string> {
  if (typeof text !== 'string') throw new Error('The tool takes a text.');
  const session = await reviewer.wanted();
  if (session === undefined) throw new Error('The review server does not run.');
  const reviewed = await session.run<StepsResult>(serverCommands.reviewText, text, 'markdown');
  return JSON.stringify({ note: 'What is nothingCheckable is not known to be right.', traces: reviewed?.traces ?? [] });
}

function definitions(context: vscode.ExtensionContext, Definition: NonNullable<Newer['McpStdioServerDefinition']>): unknown[] {
  const program = findServer(context);
  if (program === undefined) return [];
  const judge = vscode.workspace.getConfiguration(section).get<string>('judge', 'off');
  const { version } = context.extension.packageJSON as { version: string };
  const definition = new Definition('Reasoning Review', program, mcpArguments(judge, vscode.workspace.isTrusted), {}, String(version));
  // It reads only files below the folder it is started in.
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder !== undefined) definition.cwd = folder;
  return [definition];
}
