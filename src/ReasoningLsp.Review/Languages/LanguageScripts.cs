namespace ReasoningLsp.Review.Languages;

/// <summary>Which languages a letter may belong to.</summary>
internal static class LanguageScripts
{
    /// <summary>Adds the languages of a unit beyond Latin; false for a letter that no known language uses.</summary>
    public static bool Add(SortedSet<string> found, char unit)
    {
        switch (unit)
        {
            case < '\u0400':
                return true;
            case <= '\u052f':
                found.Add("ru");
                found.Add("uk");
                return true;
            case >= '\u0600' and <= '\u06ff':
                found.Add("ar");
                return true;
            case >= '\u0900' and <= '\u097f':
                found.Add("hi");
                return true;
            case (>= '\u1100' and <= '\u11ff') or (>= '\u3130' and <= '\u318f') or (>= '\uac00' and <= '\ud7af'):
                found.Add("ko");
                return true;
            case >= '\u3040' and <= '\u30ff':
                found.Add("ja");
                return true;
            case (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff'):
                found.Add("zh");
                found.Add("ja");
                return true;
            // Latin with marks, letters as signs, and full-width letters.
            case (>= '\u1d00' and <= '\u218f') or (>= '\ufb00' and <= '\ufb06') or >= '\uff00':
                return true;
            default:
                return !char.IsLetter(unit);
        }
    }
}
