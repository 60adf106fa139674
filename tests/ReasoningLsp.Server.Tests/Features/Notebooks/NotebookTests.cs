using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Notebooks;

public sealed class NotebookTests : IAsyncDisposable
{
    private static readonly string[] s_cells =
    [
        "## Problem\n\nAnna has 2 bags of 3 apples and buys 4 more. How many has she?",
        "## Solution\n\nStep 1: In the bags are 2 * 3 = 7 apples.",
        "Step 2: With the others 6 + 4 = 10.\n\nStep 3: And 10 + 1 = 12.",
    ];

    private readonly TestFolder _folder = new();
    private readonly InProcessServer _server = new();

    private string Uri => _folder.Uri("lesson.solution.ipynb");

    private TestClient Client => _server.Client;

    [Fact]
    public async Task Findings_stand_in_their_cells()
    {
        await OpenAsync();
        Assert.Empty((await PullAsync(0)).Codes());
        var first = Assert.Single(await PullAsync(1));
        Assert.Equal(("RR101", 2), (first.GetProperty("code").GetString(), first.Place().Line));
        Assert.Equal("7 apples", InCell(s_cells[1], first));
        var last = Assert.Single(await PullAsync(2));
        Assert.Equal("12", InCell(s_cells[2], last));
    }

    [Fact]
    public async Task Findings_are_pushed_to_each_cell_and_taken_back_when_it_is_closed()
    {
        await OpenAsync("eglot-1.9");
        Assert.Single(await Client.PushedAsync(Cell(1), 1));
        Assert.Single(await Client.PushedAsync(Cell(2), 1));
        var before = Client.Received.Count;
        await Client.NotifyAsync(
            "notebookDocument/didClose", new { notebookDocument = new { uri = Uri }, cellTextDocuments = Array.Empty<object>() });
        await Client.WaitForAsync(message => message.Method == "textDocument/publishDiagnostics"
            && message.Parameters.GetProperty("uri").GetString() == Cell(2)
            && message.Parameters.GetProperty("diagnostics").GetArrayLength() == 0, before);
    }

    [Fact]
    public async Task A_fix_edits_its_cell()
    {
        await OpenAsync();
        var actions = await Client.RequestAsync("textDocument/codeAction", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Cell(2) },
            ["range"] = Editing.Range(2, 22, 2, 22),
            ["context"] = new JsonObject { ["diagnostics"] = new JsonArray() },
        });
        var fix = actions.EnumerateArray().First(each => each.GetProperty("title").GetString() == "Replace 12 by 11");
        var change = Assert.Single(fix.GetProperty("edit").GetProperty("documentChanges").EnumerateArray());
        Assert.Equal((Cell(2), 1), (change.GetProperty("textDocument").GetProperty("uri").GetString(),
            change.GetProperty("textDocument").GetProperty("version").GetInt32()));
        Assert.Equal(s_cells[2].Replace("12", "11", StringComparison.Ordinal),
            Editing.Apply(s_cells[2], change.GetProperty("edits")));
    }

    [Fact]
    public async Task An_edit_of_all_is_made_in_every_cell()
    {
        await OpenAsync();
        await Client.RequestAsync("workspace/executeCommand", new { command = "reasoning.fixAll", arguments = new[] { Cell(0) } });
        var applied = await Client.WaitForAsync(message => message.Method == "workspace/applyEdit");
        Assert.Equal([Cell(1), Cell(2)], applied.Parameters.GetProperty("edit").GetProperty("documentChanges").EnumerateArray()
            .Select(change => change.GetProperty("textDocument").GetProperty("uri").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_typed_in_a_cell_is_reviewed_there()
    {
        await OpenAsync();
        var at = s_cells[1].Split('\n')[2].IndexOf('7', StringComparison.Ordinal);
        await ChangeAsync(2, new JsonObject
        {
            ["textContent"] = new JsonArray(new JsonObject
            {
                ["document"] = new JsonObject { ["uri"] = Cell(1), ["version"] = 2 },
                ["changes"] = new JsonArray(Editing.Change(2, at, 2, at + 1, "6")),
            }),
        });
        Assert.Empty(await PullAsync(1));
        Assert.Single(await PullAsync(2));
    }

    [Fact]
    public async Task Cells_come_go_and_move_with_what_was_found_in_them()
    {
        await OpenAsync();
        Assert.Single(await PullAsync(2));
        await ChangeAsync(2, Structure(0, 0, ["new"], ("new", "# Lesson 4\n\nOf bags.\n\nAnd apples.")));
        Assert.Equal("12", InCell(s_cells[2], Assert.Single(await PullAsync(2))));
        await ChangeAsync(3, Structure(2, 1, []));
        Assert.Equal("12", InCell(s_cells[2], Assert.Single(await PullAsync(2))));
        // Moved: told of without its text.
        await ChangeAsync(4, Structure(0, 3, [Cell(0), Cell(2), "new"]));
        Assert.Equal("12", InCell(s_cells[2], Assert.Single(await PullAsync(2))));
    }

    [Fact]
    public async Task Hover_outline_and_lens_speak_of_their_cell()
    {
        await OpenAsync();
        var hover = await Client.RequestAsync("textDocument/hover", Editing.At(Cell(2), 2, 20));
        Assert.Equal(2, hover.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
        var symbols = await Client.RequestAsync("textDocument/documentSymbol", Editing.Document(Cell(2)));
        var solution = Assert.Single(symbols.EnumerateArray());
        Assert.Equal([0, 2], solution.GetProperty("children").EnumerateArray()
            .Select(step => step.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32()));
        Assert.Empty((await Client.RequestAsync("textDocument/codeLens", Editing.Document(Cell(2)))).EnumerateArray());
        Assert.NotEmpty((await Client.RequestAsync("textDocument/codeLens", Editing.Document(Cell(0)))).EnumerateArray());
    }

    [Fact]
    public async Task The_steps_are_those_of_the_whole_notebook()
    {
        await OpenAsync();
        var steps = await Client.RequestAsync("reasoning/steps", Editing.Document(Cell(1)));
        Assert.Equal([6, 8, 10], Assert.Single(steps.GetProperty("traces").EnumerateArray()).GetProperty("steps").EnumerateArray()
            .Select(step => step.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Its_file_opened_as_text_beside_it_changes_nothing()
    {
        await OpenAsync();
        await Client.OpenAsync(Uri, "{\"cells\": []}", languageId: "json");
        Assert.Single(await PullAsync(1));
    }

    [Theory]
    [InlineData("vscode", true)]
    [InlineData("nvim-0.7.2", false)]
    public async Task Cells_are_asked_of_clients_that_have_them(string client, bool isAsked)
    {
        var capabilities = (await Client.InitializeAsync(Clients.Named(client, _folder.Path))).GetProperty("capabilities");
        Assert.Equal(isAsked, capabilities.TryGetProperty("notebookDocumentSync", out _));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private string Cell(int index) => Uri.Replace("file:", "vscode-notebook-cell:", StringComparison.Ordinal) + $"#W{index}";

    private async Task OpenAsync(string client = "vscode")
    {
        await Client.InitializeAsync(Clients.Named(client, _folder.Path));
        await Client.NotifyAsync("notebookDocument/didOpen", new
        {
            notebookDocument = new
            {
                uri = Uri,
                notebookType = "jupyter-notebook",
                version = 1,
                cells = s_cells.Select((_, index) => new { kind = 1, document = Cell(index) }),
            },
            cellTextDocuments = s_cells.Select((text, index) => new { uri = Cell(index), languageId = "markdown", version = 1, text }),
        });
    }

    private Task ChangeAsync(int version, JsonObject cells) => Client.NotifyAsync("notebookDocument/didChange", new JsonObject
    {
        ["notebookDocument"] = new JsonObject { ["uri"] = Uri, ["version"] = version },
        ["change"] = new JsonObject { ["cells"] = cells },
    });

    private static JsonObject Structure(int start, int removed, string[] cells, params (string Uri, string Text)[] opened) => new()
    {
        ["structure"] = new JsonObject
        {
            ["array"] = new JsonObject
            {
                ["start"] = start,
                ["deleteCount"] = removed,
                ["cells"] = new JsonArray([.. cells.Select(uri => new JsonObject { ["kind"] = 1, ["document"] = uri })]),
            },
            ["didOpen"] = new JsonArray([.. opened.Select(cell => new JsonObject
            {
                ["uri"] = cell.Uri, ["languageId"] = "markdown", ["version"] = 1, ["text"] = cell.Text,
            })]),
        },
    };

    private async Task<JsonElement[]> PullAsync(int index) => await Client.PullAsync(Cell(index));

    private static string InCell(string text, JsonElement diagnostic)
    {
        var (line, from, to) = diagnostic.Place();
        return text.Split('\n')[line][from..to];
    }
}
