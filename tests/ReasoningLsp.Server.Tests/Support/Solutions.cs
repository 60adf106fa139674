namespace ReasoningLsp.Server.Tests.Support;

/// <summary>Solutions that tests open.</summary>
internal static class Solutions
{
    /// <summary>Line 8 holds a false sum, line 10 a true one, line 12 nothing that can be checked.</summary>
    public const string Sums = """
        ---
        answer: 4
        ---

        ## Problem
        Find the sum.

        ## Solution
        Step 1: We have 2 + 2 = 5.

        Step 2: And 3 + 4 = 7.

        Step 3: The rest follows from step 1.

        ## Answer
        4

        """;
}
