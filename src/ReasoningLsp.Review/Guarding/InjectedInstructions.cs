using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Guarding;

/// <summary>Sentences that instruct a judge, in English, Spanish, French, German, Chinese, Japanese and Russian. In doubt none.</summary>
internal static class InjectedInstructions
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // One of these stands in every sentence that the patterns match.
    private static readonly SearchValues<string> s_triggers = SearchValues.Create(
        [
            "ignore", "disregard", "forget", "override", "grade", "judge", "evaluat", "reviewer", "examiner", "verdict", "full credit",
            "full marks", "maximum score", "output yes", "say yes", "with yes", "yes", "accept", "classify", "label ", "treat ", "mark ",
            "rate ", "score ", "instruction", "note to", "attention", "dear ", "award", "grant", "answer yes", "respond yes", "reply yes",
            "\"yes\"", "as correct",
            "ignora", "olvida", "evalúa", "evalua", "califi", "responde", "responda", "contest", "marca", "marque", "consider", "omite",
            "olvide", "juez", "ignorez", "ignore ", "oublie", "évaluat", "correcteur", "répond", "note", "juge", "marque", "considèr",
            "néglige", "ignorier", "vergiss", "vergessen", "missachte", "beurteil", "werte", "markiere", "bewert", "gutachter", "prüfer",
            "antworte",
            "忽略", "无视", "忽视", "评分", "评判", "评委", "判为", "评为", "标记为", "视为", "判定为", "忘记", "回答", "裁判", "回答是", "回答“是”", "無視", "採点", "評価", "判定",
            "答え", "忘れ", "審査", "игнорир", "забудь", "оцени", "отметь", "считай", "забуд", "проверяющ", "отвечай", "ответь",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<(string Name, Regex Pattern)> Patterns { get; } =
    [
        ("ignore the instructions",
        Of(@"\b(?:ignore|disregard|forget|override)\b[^.!?\n]{0,30}\b(?:previous|prior|above|earlier|preceding|all|any|your|the|other"
            + @"|system)\b[^.!?\n]{0,30}\b(?:instructions?|prompts?|guidelines?|rubrics?|checklists?|grading criteria|system message)\b")),
        ("a grade is dictated",
        Of(@"\b(?:grade|mark|rate|judge|evaluate|accept|classify|label|treat|score)\s+(?:this|the|my|every|each|all)\s+(?:\w+\s+){0,2}"
            + @"(?:solutions?|answers?|responses?|proofs?|steps?|submissions?|items?|questions?|traces?)\s+as\s+(?:fully\s+"
            + @"|completely\s+|entirely\s+)?(?:correct|right|true|valid|passed|passing|perfect|yes|met)\b")),
        ("an answer is dictated",
        Of(@"\b(?:must|should|always|only|please|just|simply|you will|now)\s+(?:answer|respond|reply|output|say|print|return"
            + @"|write)\s+(?:only\s+|just\s+|with\s+|to every question\s+|every question\s+|each question\s+|every item\s+|all "
            + @"questions\s+|to all questions\s+|with\s+the\s+word\s+|the\s+word\s+){0,3}[""'“‘*`]{0,3}(?:yes|correct)\b")),
        ("an answer is dictated",
        Of(@"\b(?:answer|respond|reply)\s+(?:to\s+)?(?:every|each|all)\s+(?:the\s+)?(?:questions?|items?|checks?)\s+(?:with\s+"
            + @"|by\s+)?[""'“‘*`]{0,3}yes\b")),
        ("a grade is asked for",
        Of(@"\b(?:give|award|assign|grant)\s+(?:this|it|me|the)\s*(?:solution|answer|response|proof|submission)?\s*(?:the\s+"
            + @"|a\s+)?(?:full|maximum|highest|perfect|top)\s+(?:marks?|credit|scores?|points|grades?|rating)\b")),
        ("the judge is addressed",
        Of(@"\b(?:dear|attention|note to(?: the)?|hey|hello|instructions? (?:for|to)(?: the)?|message (?:for|to)(?: "
            + @"the)?)[,:]?\s+(?:ai\s+|llm\s+)?(?:grader|judge|evaluator|reviewer|examiner|verifier|grading model|language model)s?\b")),
        ("the judge is instructed",
        Of(@"\b(?:as\s+(?:the|a|an)\s+(?:ai\s+)?(?:grader|judge|evaluator|verifier|examiner)[, ]+you|the\s+(?:grader|judge|evaluator"
            + @"|verifier|examiner)\s+(?:must|should|shall|has to|will)\s+(?:answer|accept|output|say|give|mark|award|respond))\b")),
        ("the verdict is given",
        Of(@"\b(?:final\s+)?(?:verdict|judge?ment by the (?:judge|grader))\s*[:=]\s*[""'“*`]{0,3}(?:yes|correct|pass(?:ed)?)\b")),
        ("ignora las instrucciones",
        Of(@"\b(?:ignora|ignore|ignorad|olvida|olvide|omite)\b[^.!?\n]{0,30}\b(?:instrucciones|indicaciones|criterios|directrices)\b")),
        ("una nota dictada", Of(
        @"\b(?:califica|califique|evalúa|evalúe|marca|marque|considera|considere)\s+(?:esta|este|la|el|todas?)\s+(?:\w+\s+){0,2}"
            + @"?(?:solución|respuesta|prueba|paso|preguntas?)\s+como\s+(?:correct[oa]|válid[oa])\b")),
        ("una respuesta dictada",
        Of(@"\b(?:responde|responda|contesta|conteste)\s+(?:siempre\s+|solo\s+|sólo\s+|únicamente\s+|a todas las preguntas\s+|a "
            + @"todo\s+|con\s+|que\s+){1,3}[""'“«*]{0,2}(?:sí|si|yes)(?:\W|$)")),
        ("ignore les instructions",
        Of(@"\b(?:ignore[zr]?|oublie[zr]?|néglige[zr]?)\b[^.!?\n]{0,30}\b(?:instructions|consignes|critères|directives)\b")),
        ("une note dictée", Of(@"\b(?:note[zr]?|évalue[zr]?|marque[zr]?|considère|considérez|juge[zr]?)\s+(?:cette|ce|la|le"
            + @"|toutes?)\s+(?:\w+\s+){0,2}?(?:solution|réponse|preuve|étape)\s+comme\s+(?:étant\s+)?(?:correcte?|juste|valide)\b")),
        ("une réponse dictée", Of(
        @"\b(?:réponds|répondez)\s+(?:toujours\s+|seulement\s+|uniquement\s+|à toutes les questions\s+|par\s+){1,3}[""'“«*\s]{0,3}"
            + @"(?:oui|yes)(?:\W|$)")),
        ("Anweisungen ignorieren",
        Of(@"\b(?:ignoriere?n?|vergiss|vergessen sie|missachte)\b[^.!?\n]{0,30}\b(?:anweisungen|vorgaben|instruktionen|kriterien"
            + @"|richtlinien)\b")),
        ("eine Note wird diktiert",
        Of(@"\b(?:bewerte|bewerten|beurteile|beurteilen|werte|markiere)\s+(?:sie\s+)?(?:diese[nrs]?|die|den|alle)\s+(?:\w+\s+){0,2}"
            + @"?(?:lösung|antwort|beweis|schritt|aufgabe)e?n?\s+(?:als\s+)?(?:richtig|korrekt|gültig)\b")),
        ("eine Antwort wird diktiert",
        Of(@"\b(?:antworte|antworten sie)\s+(?:immer\s+|nur\s+|stets\s+|auf alle fragen\s+|auf jede "
            + @"frage\s+|mit\s+){1,3}[""'„“*]{0,2}(?:ja|yes)\b")),
        ("忽略指令", Of(@"(?:忽略|无视|忽视|忘记)[^。！？\n]{0,15}(?:指令|指示|要求|规则|标准|说明|提示)")),
        ("指定评分", Of(@"(?:请|必须|应该|务必)?(?:将|把)[^。！？\n]{0,12}(?:解答|答案|解法|回答|步骤|本题)[^。！？\n]{0,6}(?:判为|评为|标记为|视为|判定为)(?:完全)?(?:正确|满分|通过)")),
        ("指定回答", Of(@"(?:请|必须|只需?|务必|一律|始终)(?:对所有问题)?(?:都)?(?:只)?回答[：:""“「]{0,2}(?:是|YES|正确)")),
        ("指示を無視", Of(@"(?:指示|命令|ルール|基準|プロンプト)[^。\n]{0,6}(?:を|は)(?:すべて|全て)?(?:無視|忘れ)")),
        ("採点の指定", Of(@"(?:解答|回答|答え|解法)[^。\n]{0,8}(?:を|は)(?:正解|正しい|満点)(?:と|として)[^。\n]{0,4}(?:採点|評価|判定)")),
        ("回答の指定", Of(@"(?:必ず|常に|すべて|全て)[^。\n]{0,10}[「""“]?(?:はい|YES)[」""”]?と(?:だけ)?(?:答え|回答)")),
        ("игнорируй инструкции", Of(@"(?:игнориру\w+|забуд\w+)[^.!?\n]{0,30}(?:инструкци\w*|указани\w*|критери\w*|правила)")),
        ("оценка диктуется", Of(
        @"(?:оцени\w*|отметь\w*|считай\w*|засчитай\w*)\s+(?:это|этот|эту|все)\s+(?:решение|ответ|ответы|шаг)\s+(?:как\s+)?(?:верн\w+"
            + @"|правильн\w+)")),
        ("ответ диктуется", Of(@"(?:отвечай\w*|ответь\w*)\s+(?:всегда\s+|только\s+|на все вопросы\s+){1,2}[""«“]?да\b")),
    ];

    /// <summary>The first match of each kind, in order of their place, none touching another.</summary>
    public static IEnumerable<(TextSpan Span, string Name)> Find(string text)
    {
        if (!text.AsSpan().ContainsAny(s_triggers))
            yield break;
        var end = -1;
        foreach (var (match, name) in Patterns.Select(pattern => (Match: pattern.Pattern.Match(text), pattern.Name))
            .Where(each => each.Match.Success).OrderBy(each => each.Match.Index))
        {
            if (match.Index < end)
                continue;
            end = match.Index + match.Length;
            yield return (new TextSpan(match.Index, match.Length), name);
        }
    }

    private static Regex Of(string pattern) => new(pattern, Linear);
}
