/* patal-krutidev.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-krutidev.h"
#include "patal-text.h"
#include <string.h>

/* Between the two readings of a word: what the font shows on another side of the consonant than Unicode
 * writes it. */
#define BEFORE_I 0xE000u /* f: ि typed before its consonants */
#define REPH 0xE001u     /* Z: र् typed after its syllable */

#define NUKTA 0x93Cu
#define VIRAMA 0x94Du

typedef struct
{
  gunichar key;
  const char *shown;
} Key;

/* Letters without their upright stroke; the key k after them draws it. Here they stand whole. */
static const Key half_keys[] = {
  { 'D', "क" },  { '[', "ख" },    { 'X', "ग" },    { '?', "घ" },   { 'P', "च" },     { 'T', "ज" },
  { 0xF7, "झ" }, { 0xD6, "झ" },   { '.', "ण" },    { 'R', "त" },   { 'F', "थ" },     { '/', "ध" },
  { 0xCB, "ध" }, { 0xE8, "ध" },   { 'U', "न" },    { 'I', "प" },   { 0xB6, "फ" },    { 'C', "ब" },
  { 'H', "भ" },  { 'E', "म" },    { 0xB8, "य" },   { 'Y', "ल" },   { 'O', "व" },     { '\'', "श" },
  { 0xDC, "श" }, { 0x2018, "श" }, { 0x2019, "श" }, { '"', "ष" },   { 0x201C, "ष" },  { 0x201D, "ष" },
  { 'L', "स" },  { '{', "क्ष" },   { 0xAB, "त्र" },  { 0xD9, "त्त" }, { 0x2122, "न्न" }, { 0xBA, "ह" },
};

static const Key keys[] = {
  /* whole letters */
  { 'd', "क" },
  { 'x', "ग" },
  { 0xC4, "घ" },
  { 0xB3, "ङ" },
  { 'p', "च" },
  { 'N', "छ" },
  { 't', "ज" },
  { '>', "झ" },
  { 0xA5, "ञ" },
  { 'V', "ट" },
  { 'B', "ठ" },
  { 'M', "ड" },
  { '<', "ढ" },
  { 'r', "त" },
  { 'n', "द" },
  { 'u', "न" },
  { 'i', "प" },
  { 'Q', "फ" },
  { 'c', "ब" },
  { 0xD2, "भ" },
  { 'e', "म" },
  { ';', "य" },
  { 'j', "र" },
  { 'y', "ल" },
  { 'G', "ळ" },
  { 'o', "व" },
  { 'l', "स" },
  { 'g', "ह" },
  /* letters joined */
  { '=', "त्र" },
  { 'K', "ज्ञ" },
  { 'J', "श्र" },
  { '|', "द्य" },
  { '}', "द्व" },
  { ')', "द्ध" },
  { 0xE4, "क्त" },
  { 0xF4, "क्क" },
  { 0xD8, "क्र" },
  { 0xE7, "प्र" },
  { 0xC1, "प्र" },
  { 0xE6, "द्र" },
  { 0xDD, "फ्र" },
  { 0xE9, "न्न" },
  { 0xE0, "ह्न" },
  { 0xE1, "ह्य" },
  { 0xE2, "हृ" },
  { 0xE3, "ह्म" },
  { 0xED, "द्द" },
  { 0xCC, "द्द" },
  { 0xEA, "ट्ट" },
  { 0xCD, "ट्ट" },
  { 0xEB, "ट्ठ" },
  { 0xCE, "ट्ठ" },
  { 0xEC, "ड्ड" },
  { 0xCF, "ड्ड" },
  { 0xEF, "ड्ढ" },
  { 0xD4, "ड्ढ" },
  { 0xD1, "कृ" },
  { 0x2014, "कृ" },
  { 0x2013, "दृ" },
  { 0xEE, "्य" },
  { 0xD3, "्य" },
  { 'z', "्र" },
  { 0xAA, "्र" },
  { '#', "रु" },
  { ':', "रू" },
  /* vowels */
  { 'v', "अ" },
  { 'b', "इ" },
  { 0xC3, "ई" },
  { 'm', "उ" },
  { 0xC5, "ऊ" },
  { '_', "ऋ" },
  { ',', "ए" },
  { 'k', "ा" },
  { 'h', "ी" },
  { 'q', "ु" },
  { 'w', "ू" },
  { '`', "ृ" },
  { 's', "े" },
  { 'S', "ै" },
  { 0x201A, "ॉ" },
  { 'W', "ॅ" },
  { 'f', "\uE000" },
  { 'a', "ं" },
  { 0xA1, "ँ" },
  { 0xC8, "ीं" },
  { 0xAE, "ैं" },
  { 0xC7, "\uE000ं" },
  { 0xAF, "\uE000ं" },
  { 'Z', "\uE001" },
  { 0xB1, "\uE001ं" },
  { 0xC6, "\uE000\uE001" },
  { 0xC9, "\uE000\uE001ं" },
  { 0xCA, "ी\uE001" },
  { '~', "्" },
  { '+', "़" },
  { 0x2022, "ऽ" },
  { 0xB7, "ऽ" },
  { 0x2219, "ऽ" },
  /* signs and digits */
  { 'A', "।" },
  { ']', "," },
  { '-', "." },
  { '&', "-" },
  { 0xB5, "-" },
  { 0x3BC, "-" },
  { '@', "/" },
  { '(', ";" },
  { '\\', "?" },
  { '%', ":" },
  { '^', "‘" },
  { '*', "’" },
  { 0xDE, "“" },
  { 0xDF, "”" },
  { 0xBC, "(" },
  { 0xBD, ")" },
  { 0xBF, "{" },
  { 0xC0, "}" },
  { 0xBE, "=" },
  { '$', "+" },
  { 0x152, "॰" },
  { 0xF1, "॰" },
  { 0xE5, "०" },
  { 0x192, "१" },
  { 0x201E, "२" },
  { 0x2026, "३" },
  { 0x2020, "४" },
  { 0x2021, "५" },
  { 0x2C6, "६" },
  { 0x2030, "७" },
  { 0x160, "८" },
  { 0x2039, "९" },
};

/* Several keys for one letter, before the keys are read one by one; the first that fits is taken. */
static const struct
{
  const char *typed, *shown;
} sequences[] = {
  { "f=k", "\uE000त्र" }, { "=kk", "त्रा" }, { "ks", "ो" }, { "kS", "ौ" },
  { "kas", "ों" },        { "bZ", "ई" },    { "sas", "ें" },
};

static const char *
find (const Key *table, gsize n, gunichar key)
{
  for (gsize i = 0; i < n; i++)
    {
      if (table[i].key == key)
        return table[i].shown;
    }
  return NULL;
}

static void
append (GArray *out, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      g_array_append_val (out, c);
    }
}

static gboolean
is_consonant (gunichar c)
{
  return (c >= 0x915 && c <= 0x939) || (c >= 0x958 && c <= 0x95F);
}

static gboolean
is_matra (gunichar c)
{
  return (c >= 0x93E && c <= 0x94C) || c == 0x962;
}

static gboolean
is_nasal (gunichar c)
{
  return c == 0x901 || c == 0x902;
}

/* Reads one letter at @p, which may be several keys. Gives back what follows it. */
static const char *
read_key (const char *p, GArray *out)
{
  gunichar key = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);
  const char *half = find (half_keys, G_N_ELEMENTS (half_keys), key);
  const char *shown;

  for (gsize i = 0; i < G_N_ELEMENTS (sequences); i++)
    {
      if (g_str_has_prefix (p, sequences[i].typed))
        {
          append (out, sequences[i].shown);
          return p + strlen (sequences[i].typed);
        }
    }
  if (half != NULL)
    {
      append (out, half);
      if (*next == '+')
        {
          append (out, "़");
          next++;
        }
      if (*next == 'k')
        return next + 1;
      append (out, "्");
      return next;
    }
  /* the colon is also the visarga of दुःख */
  if (key == '%'
      && (g_ascii_isalpha (*next) || find (half_keys, G_N_ELEMENTS (half_keys), (guchar)*next) != NULL)
      && out->len > 0)
    shown = "ः";
  else
    shown = find (keys, G_N_ELEMENTS (keys), key);
  if (shown != NULL)
    append (out, shown);
  else
    g_array_append_val (out, key);
  return next;
}

static gunichar
at (const GArray *text, guint i)
{
  return i < text->len ? g_array_index (text, gunichar, i) : 0;
}

/* The first letter behind the consonants that begin at @i: their viramas and dots belong to them. */
static guint
behind_consonants (const GArray *text, guint i)
{
  while (is_consonant (at (text, i)))
    {
      i++;
      if (at (text, i) == NUKTA)
        i++;
      if (at (text, i) != VIRAMA || !is_consonant (at (text, i + 1)))
        break;
      i++;
    }
  return i;
}

static void
move_short_i (GArray *text)
{
  const gunichar short_i = 0x93F;

  for (guint i = text->len; i-- > 0;)
    {
      guint behind;

      if (at (text, i) != BEFORE_I)
        continue;
      behind = behind_consonants (text, i + 1);
      g_array_insert_val (text, behind, short_i);
      g_array_remove_index (text, i);
    }
}

/* Where the syllable begins that ends before @i. */
static guint
syllable_before (const GArray *text, guint i)
{
  while (i > 0 && (is_matra (at (text, i - 1)) || is_nasal (at (text, i - 1))))
    i--;
  for (;;)
    {
      if (i > 0 && at (text, i - 1) == NUKTA)
        i--;
      if (i == 0 || !is_consonant (at (text, i - 1)))
        return i;
      i--;
      if (i == 0 || at (text, i - 1) != VIRAMA)
        return i;
      i--;
    }
}

static void
move_reph (GArray *text)
{
  const gunichar reph[] = { 0x930, VIRAMA };

  for (guint i = 0; i < text->len; i++)
    {
      if (at (text, i) != REPH)
        continue;
      g_array_remove_index (text, i);
      if (at (text, i) == REPH) /* typed twice, seen once */
        g_array_remove_index (text, i);
      g_array_insert_vals (text, syllable_before (text, i), reph, G_N_ELEMENTS (reph));
      i += 1;
    }
}

/* Two signs that the font lets stand side by side and that Unicode writes as one, or the other way round. */
static void
join_signs (GArray *text)
{
  static const gunichar joined[][3] = {
    { 0x905, 0x93E, 0x906 }, { 0x905, 0x94B, 0x913 }, { 0x905, 0x94C, 0x914 }, { 0x905, 0x949, 0x911 },
    { 0x906, 0x947, 0x913 }, { 0x906, 0x948, 0x914 }, { 0x90F, 0x947, 0x910 }, { 0x93E, 0x947, 0x94B },
    { 0x93E, 0x948, 0x94C }, { 0x93E, 0x945, 0x949 }, { 0x906, 0x945, 0x911 }, { VIRAMA, VIRAMA, VIRAMA },
    { 0x902, 0x902, 0x902 }, { 0x901, 0x901, 0x901 }, { 0x947, 0x947, 0x947 },
  };

  for (guint i = 0; i + 1 < text->len; i++)
    {
      gunichar *here = &g_array_index (text, gunichar, i);

      if (is_nasal (here[0]) && (is_matra (here[1]) || here[1] == NUKTA))
        {
          gunichar nasal = here[0];

          here[0] = here[1];
          here[1] = nasal;
          i -= MIN (i, 2); /* what now stands side by side was not looked at */
          continue;
        }
      for (gsize j = 0; j < G_N_ELEMENTS (joined); j++)
        {
          if (here[0] == joined[j][0] && here[1] == joined[j][1])
            {
              here[0] = joined[j][2];
              g_array_remove_index (text, i + 1);
              i -= MIN (i, 2);
              break;
            }
        }
    }
}

static void
convert_word (const char *word, GString *out)
{
  g_autoptr (GArray) text = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *p = word; *p != '\0';)
    p = read_key (p, text);
  join_signs (text);
  move_short_i (text);
  move_reph (text);
  join_signs (text);
  for (guint i = 0; i < text->len; i++)
    g_string_append_unichar (out, at (text, i));
}

char *
patal_krutidev_to_unicode (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid) * 3);

  for (const char *p = valid; *p != '\0';)
    {
      gsize spaces = strspn (p, " \t\r\n");
      gsize length = strcspn (p + spaces, " \t\r\n");
      g_autofree char *word = g_strndup (p + spaces, length);

      g_string_append_len (out, p, spaces);
      if (patal_text_has_devanagari (word))
        g_string_append (out, word);
      else
        convert_word (word, out);
      p += spaces + length;
    }
  return g_string_free (out, FALSE);
}
