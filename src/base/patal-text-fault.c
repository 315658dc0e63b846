/* patal-text-fault.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-text-fault.h"
#include "patal-krutidev.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define SURELY_LEGACY 50 /* as patal-krutidev.h has it */

/* What a character is to a Devanagari syllable (The Unicode Standard, 12.1). A dotted circle is asked for by whoever writes it, and counts as
 * a letter. */
typedef enum
{
  PART_NONE,     /* spaces, digits, signs, other scripts: a sign cannot stand on it */
  PART_LETTER,   /* a consonant, or a vowel of its own */
  PART_NUKTA,
  PART_VIRAMA,
  PART_MATRA,
  PART_MODIFIER, /* anusvara, chandrabindu, visarga */
  PART_ACCENT,   /* of Vedic texts */
  PART_JOINER,   /* ZWJ, ZWNJ: belongs to what it follows */
} Part;

static Part
part_of (gunichar c)
{
  if (c == 0x25cc || (c >= 0x0904 && c <= 0x0939) || (c >= 0x0958 && c <= 0x0961) || (c >= 0x0972 && c <= 0x097f) || c == 0x0950
      || c == 0x093d)
    return PART_LETTER;
  if ((c >= 0x093e && c <= 0x094c) || c == 0x093a || c == 0x093b || c == 0x094e || c == 0x094f
      || (c >= 0x0955 && c <= 0x0957) || c == 0x0962 || c == 0x0963)
    return PART_MATRA;
  if (c >= 0x0900 && c <= 0x0903)
    return PART_MODIFIER;
  if (c >= 0x0951 && c <= 0x0954)
    return PART_ACCENT;
  return c == 0x093c ? PART_NUKTA : c == 0x094d ? PART_VIRAMA : c == 0x200c || c == 0x200d ? PART_JOINER : PART_NONE;
}

/* A vowel of its own with a matra that would make it another vowel: अ and ा for आ. Shapers put a dotted circle between the two. */
static gboolean
is_split_vowel (gunichar vowel, gunichar matra)
{
  static const struct
  {
    gunichar vowel;
    const char *matras;
  } split[] = {
    { 0x0905, "\u093a\u093b\u093e\u0945\u0946\u0949\u094a\u094b\u094c\u094f\u0956\u0957" },
    { 0x0906, "\u093a\u0945\u0946\u0947\u0948" },
    { 0x0909, "\u0941" },
    { 0x090f, "\u0945\u0946\u0947" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (split); i++)
    if (split[i].vowel == vowel)
      return g_utf8_strchr (split[i].matras, -1, matra) != NULL;
  return FALSE;
}

/* Whether @part may follow @before in a syllable, as shapers see it: they are lenient where the order does not change what is seen
 * (a nukta after the matra). */
static gboolean
may_follow (Part before, Part part)
{
  switch (part)
    {
    case PART_NUKTA:
    case PART_VIRAMA:
      return before == PART_LETTER || before == PART_MATRA || (before == PART_NUKTA && part == PART_VIRAMA);
    case PART_MATRA:
      return before == PART_LETTER || before == PART_NUKTA;
    case PART_MODIFIER:
    case PART_ACCENT:
      return before != PART_NONE;
    case PART_NONE:
    case PART_LETTER:
    case PART_JOINER:
    default:
      return TRUE;
    }
}

/* What is wrong with a character wherever it stands. */
static PatalTextFaultKind
fault_of (gunichar c)
{
  if (c == 0xfffd)
    return PATAL_TEXT_FAULT_LOST;
  if (c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
    return PATAL_TEXT_FAULT_DIRECTION;
  if (c == '\n' || c == '\t' || c == 0x200c || c == 0x200d)
    return PATAL_TEXT_N_FAULTS;
  if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_type (c) == G_UNICODE_PRIVATE_USE
      || g_unichar_type (c) == G_UNICODE_UNASSIGNED)
    return PATAL_TEXT_FAULT_CONTROL;
  return PATAL_TEXT_N_FAULTS;
}

static void
add (GArray *faults, PatalTextFaultKind kind, gsize at, gsize length)
{
  PatalTextFault fault = { kind, at, length };

  g_array_append_val (faults, fault);
}

/* The digits of the rarer script are the strangers. */
static void
check_digits (GArray *faults, const char *text)
{
  guint n[2] = { 0 };
  const char *first[2] = { NULL, NULL };
  guint rarer;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int script = g_ascii_isdigit (*at) ? 0 : c >= 0x0966 && c <= 0x096f ? 1 : -1;

      if (script >= 0 && n[script]++ == 0)
        first[script] = at;
    }
  if (n[0] == 0 || n[1] == 0)
    return;
  rarer = n[0] < n[1] ? 0 : 1;
  add (faults, PATAL_TEXT_FAULT_MIXED_DIGITS, first[rarer] - text, g_utf8_next_char (first[rarer]) - first[rarer]);
}

static void
check_characters (GArray *faults, const char *text)
{
  Part before = PART_NONE;
  gunichar last = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gsize length = g_utf8_next_char (at) - at;
      PatalTextFaultKind fault = fault_of (c);
      Part part = part_of (c);

      if (fault != PATAL_TEXT_N_FAULTS)
        add (faults, fault, at - text, length);
      else if (!may_follow (before, part) || is_split_vowel (last, c))
        add (faults, part == PART_MATRA && before == PART_MATRA ? PATAL_TEXT_FAULT_DOUBLE_SIGN : PATAL_TEXT_FAULT_LOOSE_SIGN,
             at - text, length);
      if (part != PART_JOINER)
        before = part;
      last = c;
    }
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  gsize x = ((const PatalTextFault *) a)->at, y = ((const PatalTextFault *) b)->at;

  return (x > y) - (x < y);
}

void
patal_text_faults_sort (GArray *faults)
{
  g_array_sort (faults, compare_faults);
}

GArray *
patal_text_faults (const char *text)
{
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (PatalTextFault));
  const char *end;

  if (text == NULL)
    return faults;
  if (!g_utf8_validate (text, -1, &end))
    {
      /* Told by itself: of text that cannot be read nothing more can be said. */
      add (faults, PATAL_TEXT_FAULT_NOT_UTF8, end - text, 1);
      return faults;
    }
  if (patal_krutidev_likelihood (text) >= SURELY_LEGACY)
    add (faults, PATAL_TEXT_FAULT_LEGACY, 0, strlen (text));
  check_characters (faults, text);
  check_digits (faults, text);
  patal_text_faults_sort (faults);
  return faults;
}

/* The word in which the fault is, so that one finds it. */
static char *
word_at (const char *text, const PatalTextFault *fault)
{
  const char *from = text + fault->at, *to = from + fault->length;

  while (from > text && !g_ascii_isspace (from[-1]))
    from--;
  while (*to != '\0' && !g_ascii_isspace (*to))
    to++;
  return g_strndup (from, to - from);
}

char *
patal_text_fault_sentence (const char *text, const PatalTextFault *fault)
{
  g_autofree char *word = fault->kind == PATAL_TEXT_FAULT_NOT_UTF8 ? NULL : word_at (text, fault);
  gunichar c = word != NULL ? g_utf8_get_char (text + fault->at) : 0;

  switch (fault->kind)
    {
    case PATAL_TEXT_FAULT_NOT_UTF8:
      return g_strdup_printf (_("From byte %zu on this is not text in UTF-8: type it again"), fault->at + 1);
    case PATAL_TEXT_FAULT_LOST:
      return g_strdup_printf (_("In “%s” a letter was lost (�): type it again"), word);
    case PATAL_TEXT_FAULT_CONTROL:
      return g_strdup_printf (_("In “%s” there is an invisible character (U+%04X): delete it"), word, c);
    case PATAL_TEXT_FAULT_DIRECTION:
      return g_strdup_printf (_("In “%s” an invisible character (U+%04X) changes the direction of writing: delete it"), word, c);
    case PATAL_TEXT_FAULT_LEGACY:
      return g_strdup (_("This was typed in Kruti Dev, an old Hindi font: convert it to Unicode"));
    case PATAL_TEXT_FAULT_LOOSE_SIGN:
      return g_strdup_printf (_("In “%s” the sign “%.*s” stands on no letter: type the letter first, then the sign"), word,
                              (int) fault->length, text + fault->at);
    case PATAL_TEXT_FAULT_DOUBLE_SIGN:
      return g_strdup_printf (_("In “%s” one letter has two matras, the second is “%.*s”: delete one, or type the right one"), word,
                              (int) fault->length, text + fault->at);
    case PATAL_TEXT_FAULT_MIXED_DIGITS:
      return g_strdup_printf (_("In “%s” digits of two scripts stand together: write all as 0-9 or all as ०-९"), word);
    case PATAL_TEXT_FAULT_NO_GLYPH:
      return g_strdup_printf (_("The font has no picture of “%.*s” in “%s”: choose another font, or another character"),
                              (int) fault->length, text + fault->at, word);
    case PATAL_TEXT_N_FAULTS:
    default:
      g_return_val_if_reached (NULL);
    }
}
