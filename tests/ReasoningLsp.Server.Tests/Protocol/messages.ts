import type * as p from 'vscode-languageserver-protocol';
/** Every message that a server of ours sends, by method. */
export interface Messages {
  results?: {
    'initialize'?: p.InitializeResult;
    'shutdown'?: null;
    'textDocument/diagnostic'?: p.DocumentDiagnosticReport;
    'textDocument/hover'?: p.Hover | null;
    'textDocument/codeAction'?: (p.Command | p.CodeAction)[] | null;
    'codeAction/resolve'?: p.CodeAction;
    'textDocument/codeLens'?: p.CodeLens[] | null;
    'textDocument/inlayHint'?: p.InlayHint[] | null;
    'textDocument/documentSymbol'?: p.SymbolInformation[] | p.DocumentSymbol[] | null;
    'textDocument/foldingRange'?: p.FoldingRange[] | null;
    'textDocument/documentLink'?: p.DocumentLink[] | null;
    'textDocument/definition'?: p.Location | p.Location[] | p.LocationLink[] | null;
    'textDocument/references'?: p.Location[] | null;
    'textDocument/completion'?: p.CompletionItem[] | p.CompletionList | null;
    'workspace/executeCommand'?: any;
  };
  params?: {
    'textDocument/publishDiagnostics'?: p.PublishDiagnosticsParams;
    'client/registerCapability'?: p.RegistrationParams;
    'workspace/configuration'?: p.ConfigurationParams;
    'workspace/applyEdit'?: p.ApplyWorkspaceEditParams;
    'window/showDocument'?: p.ShowDocumentParams;
    'window/showMessage'?: p.ShowMessageParams;
    'window/showMessageRequest'?: p.ShowMessageRequestParams;
    'window/logMessage'?: p.LogMessageParams;
    'window/workDoneProgress/create'?: p.WorkDoneProgressCreateParams;
    '$/progress'?: { token: p.ProgressToken; value: p.WorkDoneProgressBegin | p.WorkDoneProgressReport | p.WorkDoneProgressEnd };
  };
  error?: { code: number; message: string; data?: any };
}
