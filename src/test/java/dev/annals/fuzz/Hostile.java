package dev.annals.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Values that nobody means well with. */
final class Hostile {

    static final List<String> DATES =
            List.of(
                    "1958-02-30",
                    "1958-13",
                    "1958-00-00",
                    "0000",
                    "-0000",
                    "195",
                    "19585",
                    "Y1958",
                    "Y17E7",
                    "Y-17E7",
                    "Y17E99999999999999999999",
                    "Y999999999",
                    "Y1000000000",
                    "Y-999999999-12-31",
                    "1950S2",
                    "1950S0",
                    "1950S99999999999",
                    "1958-03-27?~%",
                    "?1958",
                    "XXXX-XX-XX",
                    "XXXX",
                    "195X-02-31",
                    "X9XX-XX",
                    "[1958",
                    "1958]",
                    "[]",
                    "{}",
                    "[..]",
                    "..",
                    "/",
                    "//",
                    "../..",
                    "1953/..",
                    "/1953",
                    "1964/1953",
                    "1953/1964/1970",
                    "[1958,,1960]",
                    "{1958..,..1953}",
                    "[[1958]]",
                    "1961-21",
                    "1961-42",
                    "1961-41",
                    "1961-20",
                    "1958-03-27T25:00:00Z",
                    "1958-03-27T",
                    "1958-03-27T23:59:60+14:00",
                    "\u0661\u0669\u0665\u0668",
                    "１９５８",
                    "1958\u20103",
                    "999999999999999999",
                    "Y-99999999999999999999999",
                    "-9999/9999",
                    "(".repeat(300),
                    "[".repeat(900),
                    "1958?".repeat(200),
                    "1".repeat(2_000),
                    "[" + "1958,".repeat(400) + "1959]",
                    "Y" + "9".repeat(1_000));

    static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "-1",
                    "+1",
                    " 1",
                    "1 ",
                    "01",
                    "1.0",
                    "1.5",
                    "1e3",
                    "1e999",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "0x10",
                    "1_000",
                    "2147483647",
                    "2147483648",
                    "4294967296",
                    "9223372036854775807",
                    "9223372036854775808",
                    "18446744073709551616",
                    "9".repeat(400),
                    "\u0661",
                    "１",
                    "1,2",
                    "null",
                    "true");

    static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\t",
                    "\u0000",
                    "a\u0000b",
                    "\n",
                    "a\r\nX-Injected: 1",
                    "'",
                    "''",
                    "\"",
                    "\\",
                    "%",
                    "_",
                    "`",
                    "$1",
                    "?",
                    "';drop table facts;--",
                    "' or '1'='1",
                    "1) or (1=1",
                    "\\u0000",
                    "${jndi:ldap://127.0.0.1/a}",
                    "{{7*7}}",
                    "#{7*7}",
                    "<script>alert(1)</script>",
                    "<!--",
                    "]]>",
                    "../../../../etc/passwd",
                    "..%2f..%2fetc",
                    "file:///etc/passwd",
                    "http://127.0.0.1/",
                    "//evil",
                    "a/b",
                    "a;b=c",
                    "a&b=c",
                    "a=b",
                    "#",
                    "\u202Eabc",
                    "e\u0301\u0323".repeat(50),
                    "\uFEFF",
                    "\u200B",
                    "\uFFFE",
                    "\uD83D\uDE80",
                    "\uD83D\uDE80".repeat(100),
                    "ﬁ",
                    "İ",
                    "ß",
                    "zażółć",
                    "A",
                    "a--b",
                    "-a",
                    "a-",
                    "a".repeat(128),
                    "a".repeat(129),
                    "a".repeat(3_000),
                    "[]",
                    "{}",
                    "[1]",
                    "{\"a\":1}",
                    "true",
                    "TRUE",
                    "max",
                    "PT",
                    "PT0S",
                    "PT-1S",
                    "PT999999999999999H",
                    "P1Y",
                    "PT1M ",
                    "PT1E9S",
                    "2026-11-22T12:00:00Z",
                    "9999-12-31T23:59:59.999999999999Z",
                    "2026-11-22T12:00:00+99:99",
                    "0000-00-00T00:00:00Z",
                    "office/",
                    "/x",
                    "person/a/b",
                    "planet/x",
                    "office/" + "a".repeat(500),
                    "OfficeAssumed",
                    "officeassumed",
                    "1/1953-01-01/0",
                    "0/0/0",
                    "999/9999-99-99/-1",
                    "-1/x/0",
                    "636/+999999999-12-31/99999999999999999999",
                    "1/1953-01-01",
                    "1/end",
                    "/",
                    "//");

    /** As they stand in an address, percent-encoded well or badly; a character a byte. */
    static final List<String> ENCODED =
            List.of(
                    "%",
                    "%%",
                    "%0",
                    "%zz",
                    "%u0041",
                    "%00",
                    "%FF",
                    "%C0%AF",
                    "%C0%80",
                    "%E0%80%AF",
                    "%ED%A0%80",
                    "%ED%B0%80",
                    "%F5%80%80%80",
                    "%F4%90%80%80",
                    "%C3",
                    "a%C3",
                    "%EF%BB%BF",
                    "%2e%2e%2f",
                    "..%5c..",
                    "%252e",
                    "%0d%0aX-Injected:%201",
                    "+",
                    "%2B",
                    "\u00e9",
                    "\u00ff\u00fe",
                    "|",
                    "^",
                    "{",
                    "}",
                    "\\",
                    "\"",
                    "<>",
                    "[",
                    "]",
                    "`",
                    ";",
                    ",",
                    "~",
                    "!",
                    "@",
                    "a".repeat(10_000),
                    "%61".repeat(40_000));

    private Hostile() {}

    static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    static String text(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> any(DATES, random);
            case 1 -> any(NUMBERS, random);
            case 2 -> any(TEXTS, random);
            default -> garbled(random);
        };
    }

    /** Any characters but halves of pairs. */
    private static String garbled(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            int c = random.nextInt(random.nextBoolean() ? 0x80 : 0x3000);
            text.appendCodePoint(c);
        }
        return text.toString();
    }

    /** For an address. */
    static String encoded(Random random) {
        return random.nextInt(5) == 0
                ? any(ENCODED, random)
                : URLEncoder.encode(text(random), StandardCharsets.UTF_8).replace("+", "%20");
    }

    static List<String> texts() {
        return Stream.of(DATES, NUMBERS, TEXTS).flatMap(List::stream).toList();
    }
}
