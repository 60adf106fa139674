using System.Collections;
using System.Collections.Immutable;
using System.Globalization;

namespace ReasoningLsp.Runs.Figures;

/// <summary>Values of the database as those of an answer.</summary>
internal static class AnswerValue
{
    /// <summary>Null, a string, a Boolean, a number, a list of values, or names with values.</summary>
    public static object? Of(object? value) => value switch
    {
        null or DBNull => null,
        bool or string or long or double or decimal => value,
        sbyte or byte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong number => (decimal)number,
        float => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        System.Numerics.BigInteger big when big >= long.MinValue && big <= long.MaxValue => (long)big,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        IDictionary map => Fields(map),
        IEnumerable list and not Stream => list.Cast<object?>().Select(Of).ToImmutableArray(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static ImmutableArray<KeyValuePair<string, object?>> Fields(IDictionary map)
    {
        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, object?>>(map.Count);
        foreach (DictionaryEntry field in map)
            fields.Add(new(Convert.ToString(field.Key, CultureInfo.InvariantCulture) ?? string.Empty, Of(field.Value)));
        return fields.ToImmutable();
    }
}
