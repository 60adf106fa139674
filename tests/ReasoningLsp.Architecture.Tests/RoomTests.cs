namespace ReasoningLsp.Architecture.Tests;

/// <summary>A folder is a room with a name, and arrows between rooms point one way: whoever reads one room knows which others it may
/// need.</summary>
public sealed class RoomTests(RoomTests.Plans plans) : IClassFixture<RoomTests.Plans>
{
    /// <summary>The projects whose rooms are in order.</summary>
    public static TheoryData<string> Projects =>
        ["ReasoningLsp.Traces", "ReasoningLsp.Mathematics", "ReasoningLsp.Review", "ReasoningLsp.Runs", "ReasoningLsp.Server",
            "ReasoningLsp.Cli"];

    [Theory, MemberData(nameof(Projects))]
    public void The_namespace_of_every_type_is_its_folder(string project) =>
        Assert.Empty(plans.Of(project).Strangers());

    [Theory, MemberData(nameof(Projects))]
    public void No_circle_of_arrows_joins_folders(string project)
    {
        var (arrows, unread) = plans.Of(project).Plan();
        Assert.Empty(unread);
        Assert.NotEmpty(arrows);
        Assert.Empty(Rooms.Arrow.OnCircles(arrows));
    }

    [Fact]
    public void Arrows_on_a_circle_are_found_and_those_that_only_lead_there_are_not()
    {
        Rooms.Arrow[] arrows = [new("a", "b", ""), new("b", "c", ""), new("c", "b", ""), new("c", "d", "")];
        Assert.Equal(["b", "c"], Rooms.Arrow.OnCircles(arrows).Select(arrow => arrow.From));
    }

    /// <summary>The rooms of each project, read once for all tests.</summary>
    public sealed class Plans
    {
        private readonly Dictionary<string, Rooms> _rooms = new(StringComparer.Ordinal);

        internal Rooms Of(string project)
        {
            if (!_rooms.TryGetValue(project, out var rooms))
                _rooms[project] = rooms = new Rooms(SourceProject.Named(project));
            return rooms;
        }
    }
}
