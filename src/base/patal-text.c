/* patal-text.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-text.h"
#include <string.h>

#define MAX_EXPANSION                                                                                        \
  (18 * 7) /* bytes of the longest compatibility decomposition, U+FDFA, a space before each letter */

/* Devanagari is U+0900 to U+097F: E0, A4 or A5, and one byte more. Its letters are named by their distance
 * from U+0900. */
enum
{
  ANUSVARA = 0x02, /* the two before it are chandrabindu, upside down and not */
  KA = 0x15,
  NGA = 0x19,
  NYA = 0x1E,
  NNA = 0x23,
  NA = 0x28,
  NNNA = 0x29,
  MA = 0x2E,
  RA = 0x30,
  RRA = 0x31,
  LLA = 0x33,
  LLLA = 0x34,
  HA = 0x39,
  NUKTA = 0x3C,
  VIRAMA = 0x4D,
  QA = 0x58,
  YYA = 0x5F,
  DANDA = 0x64,
  DOUBLE_DANDA = 0x65,
  DIGIT_0 = 0x66,
  DIGIT_9 = 0x6F,
  ABBREVIATION = 0x70,
};

/* क़ to य़ (U+0958 to U+095F) without their dot. */
static const guint8 without_nukta[] = { 0x15, 0x16, 0x17, 0x1C, 0x21, 0x22, 0x2B, 0x2F };

typedef struct
{
  char *start, *p, *limit;
  gboolean gap;         /* a separator was seen since the last letter */
  gboolean keep_spaces; /* SEARCH */
  gboolean keep_nukta;  /* MATCH */
} Folder;

static inline gboolean
is_devanagari (const guchar *p)
{
  return p[0] == 0xE0 && (p[1] == 0xA4 || p[1] == 0xA5) && (p[2] & 0xC0) == 0x80;
}

static inline guint
devanagari_letter (const guchar *p)
{
  return (p[1] & 1u) << 6 | (p[2] & 0x3Fu);
}

static inline gboolean
is_consonant (guint letter)
{
  return (letter >= KA && letter <= HA) || (letter >= QA && letter <= YYA) || letter >= 0x78;
}

static inline void
open_word (Folder *f)
{
  if (f->gap && f->keep_spaces && f->p > f->start)
    *f->p++ = ' ';
  f->gap = FALSE;
}

static inline void
put_devanagari (Folder *f, guint letter)
{
  *f->p++ = (char)0xE0;
  *f->p++ = (char)(0xA4 | letter >> 6);
  *f->p++ = (char)(0x80 | (letter & 0x3F));
}

/* The letter that stands @back letters before the end of what is written; G_MAXUINT where that is none. */
static inline guint
written_letter (const Folder *f, guint back)
{
  const guchar *letter = (const guchar *)f->p - 3 * back;

  return f->p - f->start >= 3 * (gssize)back && is_devanagari (letter) ? devanagari_letter (letter)
                                                                       : G_MAXUINT;
}

static inline gboolean
is_nasal_consonant (guint letter)
{
  return letter == NGA || letter == NYA || letter == NNA || letter == NA || letter == MA;
}

static void
put_nasal (Folder *f)
{
  if (written_letter (f, 1) != ANUSVARA) /* "पांंच": typed twice, seen once */
    put_devanagari (f, ANUSVARA);
}

/* A nasal consonant that a virama joins to another consonant is an anusvara. */
static void
put_consonant (Folder *f, guint letter)
{
  if (written_letter (f, 1) == VIRAMA && is_nasal_consonant (written_letter (f, 2)))
    {
      f->p -= 6;
      put_nasal (f);
    }
  put_devanagari (f, letter);
}

static void
put_dotted (Folder *f, guint letter)
{
  put_consonant (f, letter);
  if (f->keep_nukta)
    put_devanagari (f, NUKTA);
}

static void
fold_devanagari (Folder *f, guint letter)
{
  if (letter == DANDA || letter == DOUBLE_DANDA || letter == ABBREVIATION)
    {
      f->gap = TRUE;
      return;
    }
  if (letter == NUKTA && !f->keep_nukta)
    return;
  open_word (f);
  if (letter >= DIGIT_0 && letter <= DIGIT_9)
    *f->p++ = (char)('0' + letter - DIGIT_0);
  else if (letter <= ANUSVARA)
    put_nasal (f);
  else if (letter >= QA && letter <= YYA)
    put_dotted (f, without_nukta[letter - QA]);
  else if (letter == NNNA || letter == RRA || letter == LLLA)
    put_dotted (f, letter - 1); /* ऩ ऱ ऴ follow न र ळ */
  else if (is_consonant (letter))
    put_consonant (f, letter);
  else
    put_devanagari (f, letter);
}

static gboolean
is_accent (gunichar c)
{
  return c >= 0x300 && c <= 0x36F;
}

/* Room for one more letter of any script and for @rest bytes that follow it, all of them dotted Devanagari.
 */
static void
reserve (Folder *f, gsize rest)
{
  gsize used = f->p - f->start, needed = used + rest * 3 + MAX_EXPANSION;

  if (needed <= (gsize)(f->limit - f->start))
    return;
  f->start = g_realloc (f->start, needed * 2);
  f->p = f->start + used;
  f->limit = f->start + needed * 2;
}

/* Whatever is neither ASCII nor Devanagari; rare, so that it may be slow. */
static void
fold_other (Folder *f, gunichar c)
{
  gunichar parts[18];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    {
      int digit = g_unichar_digit_value (parts[i]);

      if (is_accent (parts[i]) || g_unichar_type (parts[i]) == G_UNICODE_FORMAT)
        continue;
      if (digit < 0 && !g_unichar_isalnum (parts[i]) && !g_unichar_ismark (parts[i]))
        {
          f->gap = TRUE;
          continue;
        }
      open_word (f);
      if (digit >= 0)
        *f->p++ = (char)('0' + digit);
      else
        f->p += g_unichar_to_utf8 (g_unichar_tolower (parts[i]), f->p);
    }
}

static inline void
fold_ascii (Folder *f, guchar c)
{
  if (!g_ascii_isalnum (c))
    f->gap = TRUE;
  else
    {
      open_word (f);
      *f->p++ = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
}

char *
patal_text_fold (const char *text, PatalFold how)
{
  const guchar *p = (const guchar *)(text != NULL ? text : "");
  const guchar *end = p + strlen ((const char *)p);
  gsize room = (gsize)(end - p) * 3
               + MAX_EXPANSION; /* a dotted letter may take six bytes for its three, and a space */
  Folder f = { .start = g_malloc (room),
               .keep_spaces = how == PATAL_FOLD_SEARCH,
               .keep_nukta = how == PATAL_FOLD_MATCH };

  f.p = f.start;
  f.limit = f.start + room;
  while (p < end)
    {
      gunichar c;

      if (*p < 0x80)
        fold_ascii (&f, *p++);
      else if (is_devanagari (p))
        {
          fold_devanagari (&f, devanagari_letter (p));
          p += 3;
        }
      else if ((c = g_utf8_get_char_validated ((const char *)p, end - p)) <= 0x10FFFF)
        {
          reserve (&f, end - p);
          fold_other (&f, c);
          p += g_utf8_skip[*p];
        }
      else
        {
          f.gap = TRUE; /* a byte that is no text */
          p++;
        }
    }
  *f.p = '\0';
  return f.start;
}

static gboolean
is_direction_mark (gunichar c)
{
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_left_out (gunichar c)
{
  return is_direction_mark (c) || c == 0xFEFF || c == 0x200B || c == 0xAD || g_unichar_iscntrl (c);
}

/* Whether @letter can stand after @before as it is: dots that NFC joins to their letter, or takes from it,
 * cannot. */
static gboolean
is_composed (guint letter, guint before)
{
  if (letter == NUKTA)
    return is_consonant (before) && before < QA && before != NA && before != RA && before != LLA;
  return letter < 0x51 || (letter > YYA && letter < 0x78);
}

/* Most text is clean as it comes, and an import asks for two million cells. FALSE may also mean "not sure".
 */
static gboolean
is_clean (const char *text)
{
  const guchar *p = (const guchar *)text;
  guint before = G_MAXUINT;

  if (*p == ' ' || *p == '\0')
    return FALSE;
  while (*p != '\0')
    {
      if (is_devanagari (p))
        {
          guint letter = devanagari_letter (p);

          if (!is_composed (letter, before))
            return FALSE;
          before = letter;
          p += 3;
          continue;
        }
      if (*p < ' ' || *p > '~' || (*p == ' ' && (p[1] == ' ' || p[1] == '\0')))
        return FALSE;
      before = G_MAXUINT;
      p++;
    }
  return TRUE;
}

static char *
clean_slowly (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *out = g_string_sized_new (strlen (composed) + 1);
  gboolean gap = FALSE;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == '\v')
        {
          gap = TRUE;
          continue;
        }
      if (is_left_out (c))
        continue;
      if (gap && out->len > 0)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (out, out->len == 0);
}

char *
patal_text_clean (const char *text)
{
  if (text == NULL)
    return NULL;
  return is_clean (text) ? g_strdup (text) : clean_slowly (text);
}

gboolean
patal_text_says_nothing (const char *text)
{
  static const char *const nothings[] = { "-", "--", "---", "–", "—", "NA", "N/A", "N.A.", "nil", "null", "not applicable", "not available",
                                          "निरंक", "लागू नहीं", "उपलब्ध नहीं", "अप्राप्त" };

  for (gsize i = 0; i < G_N_ELEMENTS (nothings); i++)
    if (g_ascii_strcasecmp (text, nothings[i]) == 0)
      return TRUE;
  return FALSE;
}

char *
patal_text_ascii_digits (const char *text)
{
  char *out = g_strdup (text), *to = out;

  for (const guchar *p = (const guchar *)text; *p != '\0';)
    {
      if (is_devanagari (p) && devanagari_letter (p) >= DIGIT_0 && devanagari_letter (p) <= DIGIT_9)
        {
          *to++ = (char)('0' + devanagari_letter (p) - DIGIT_0);
          p += 3;
        }
      else if (p[0] == 0xEF && p[1] == 0xBC && p[2] >= 0x90 && p[2] <= 0x99) /* full width */
        {
          *to++ = (char)('0' + p[2] - 0x90);
          p += 3;
        }
      else
        *to++ = (char)*p++;
    }
  *to = '\0';
  return out;
}

gboolean
patal_text_has_devanagari (const char *text)
{
  for (const guchar *p = (const guchar *)text; p != NULL && *p != '\0'; p++)
    {
      if (is_devanagari (p))
        return TRUE;
    }
  return FALSE;
}
