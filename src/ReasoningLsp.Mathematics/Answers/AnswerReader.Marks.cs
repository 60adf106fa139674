namespace ReasoningLsp.Mathematics.Answers;

/// <content>What separates and joins the parts of an answer.</content>
internal sealed partial class AnswerReader
{
    private static int Separator(string text, int at)
    {
        if (text[at] is ',' or ';')
            return 1;
        foreach (var word in (ReadOnlySpan<string>)[" and ", " or "])
        {
            if (TopLevel.At(text, at, word))
                return word.Length - 1;
        }

        return 0;
    }

    // "30 min and 2 h": one amount whose smaller part comes first.
    private static Answer.Measure? Turned(Answer.Group list, string text) =>
        list is { Join: '&', Items.Length: 2 or 3 }
            && MeasureReader.Whole(string.Join(' ', TopLevel.Split(text, Separator).Reverse().Select(part => part.Trim())))
                is Answer.Measure { Units.IsEmpty: false } amount ? amount : null;

    private static (string Plus, string Minus)? PlusOrMinus(string text) => text.AsSpan().IndexOfAny('±', '∓') < 0
        ? null
        : (text.Replace('±', '+').Replace('∓', '-'), text.Replace('±', '-').Replace('∓', '+'));

    /// <summary>The text with its thousands together: "7,425,000" without commas.</summary>
    // Groups of three digits without blanks, and no more digits before the first than three.
    public static string WithoutThousands(string text)
    {
        if (!text.Contains(',', StringComparison.Ordinal))
            return text;
        var kept = new System.Text.StringBuilder(text.Length);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (depth == 0 && DigitGroups.IndianLength(text, i) is > 0 and var length)
            {
                kept.Append(text.AsSpan(i, length).ToString().Replace(",", "", StringComparison.Ordinal));
                i += length - 1;
                continue;
            }

            depth += text[i] is '(' or '[' or AnswerNotation.OpenSet ? 1 : text[i] is ')' or ']' or AnswerNotation.CloseSet ? -1 : 0;
            if (text[i] != ',' || depth > 0 || DigitsFrom(text, i + 1) != 3 || DigitsBefore(text, i) is not (>= 1 and <= 3))
                kept.Append(text[i]);
        }

        return kept.ToString();
    }

    private static int DigitsFrom(string text, int at)
    {
        var count = 0;
        while (count < 4 && at + count < text.Length && char.IsAsciiDigit(text[at + count]))
            count++;
        return count;
    }

    private static int DigitsBefore(string text, int at)
    {
        var count = 0;
        while (count < 4 && at - count - 1 >= 0 && char.IsAsciiDigit(text[at - count - 1]))
            count++;
        return count;
    }
}
