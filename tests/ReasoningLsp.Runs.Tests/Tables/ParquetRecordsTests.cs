using Parquet.Schema;
using Parquet.Serialization;
using ReasoningLsp.Runs.Tables;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Tables;

/// <summary>A row is a record, whatever its columns hold.</summary>
public sealed class ParquetRecordsTests
{
    [Fact]
    public async Task Columns_lists_and_structs_become_keys_arrays_and_objects()
    {
        using var folder = new TestFolder();
        var schema = new ParquetSchema(
            new DataField<string>("text"), new DataField<int?>("label"), new DataField<double>("score"), new DataField<bool>("flag"),
            new ListField("steps", new DataField<string>("element")), new StructField("meta", new DataField<string>("source")));
        List<IDictionary<string, object?>> rows =
        [
            new Dictionary<string, object?>
            {
                ["text"] = "é \"quoted\"",
                ["label"] = 2,
                ["score"] = 0.25,
                ["flag"] = true,
                ["steps"] = new List<ReadOnlyMemory<char>?> { "a".AsMemory(), "b".AsMemory() },
                ["meta"] = new Dictionary<string, object?> { ["source"] = "s" },
            },
        ];
        await using (var file = File.Create(folder.At("a.parquet")))
            await ParquetSerializer.SerializeUntypedAsync(rows, schema, file, cancellationToken: TestContext.Current.CancellationToken);
        var line = Assert.Single(ParquetRecords.Read(folder.At("a.parquet"), TestContext.Current.CancellationToken));
        Assert.Equal("""{"text":"é \"quoted\"","label":2,"score":0.25,"flag":true,"steps":["a","b"],"meta":{"source":"s"}}""", line.Text);
        Assert.Equal((0, 0), (line.Number, line.Record));
    }

    [Fact]
    public void What_is_no_table_is_told()
    {
        using var folder = new TestFolder();
        folder.Write("a.parquet", "PAR1 nothing of the kind");
        Assert.ThrowsAny<SystemException>(() =>
            ParquetRecords.Read(folder.At("a.parquet"), TestContext.Current.CancellationToken).ToList());
    }
}
