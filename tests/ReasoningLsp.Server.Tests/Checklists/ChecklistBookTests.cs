using ReasoningLsp.Server.Checklists;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Server.Tests.Checklists;

public sealed class ChecklistBookTests
{
    private const string First = "{\"problem\":\"a?\",\"steps\":[\"1 + 1 = 2\"]}\n";
    private const string Second = "{\"problem\":\"b?\",\"steps\":[\"1 + 2 = 3\"]}\n";

    [Fact]
    public void A_list_goes_where_its_solution_goes()
    {
        var (one, two) = (TraceReader.Read(Second, TraceFormat.JsonLines).Traces,
            TraceReader.Read(First + Second, TraceFormat.JsonLines).Traces);
        var book = ChecklistBook.Empty.Applying([0], "worked-solution").Following(one, two);
        Assert.Equal(["worked-solution"], book.EntriesFor(two[1]));
        Assert.Empty(book.EntriesFor(two[0]));
    }

    [Fact]
    public void An_empty_name_leaves_what_the_solution_names_itself()
    {
        var trace = TraceReader.Read(First, TraceFormat.JsonLines).Traces[0];
        var book = ChecklistBook.Empty.Applying([0], "worked-solution").Applying([0], string.Empty);
        Assert.Equal(trace.Settings.Checklist, book.EntriesFor(trace));
        Assert.True(book.IsEmpty);
    }
}
