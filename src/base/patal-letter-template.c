/* patal-letter-template.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-letter-template.h"
#include "patal-nearest.h"
#include "patal-template-reader.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define BY_HAND "________________" /* a field that is not known */

/* What a line says; its place among the texts of the frame, or a part of the letter. */
typedef enum
{
  SAYS_NAME,
  SAYS_OFFICE,
  SAYS_TITLE,
  SAYS_NUMBER,
  SAYS_DAY,
  SAYS_TO,
  SAYS_SUBJECT,
  SAYS_REFERENCE,
  SAYS_CLOSING,
  SAYS_COPY,
  SAYS_FOOT,
  SAYS_CODE,
  SAYS_SIGNATURE,
  SAYS_PARAGRAPH,
  SAYS_PERSON,
  SAYS_TABLE,
} Says;
#define N_FRAME_TEXTS SAYS_SIGNATURE /* those before it */

typedef struct
{
  Says        says;
  const char *text;  /* NULL of a table */
  guint       table; /* index of the known ones */
} Line;

struct _PatalLetterTemplate
{
  gatomicrefcount         refs;
  GStringChunk           *strings;
  const PatalLetterKnown *known;
  GArray                 *lines[2]; /* [PatalLang] of Line, in their order; a table is in both */
};

typedef struct
{
  PatalTemplateReader  reader;
  PatalLetterTemplate *template;
  guint                n_signatures[2];
} LetterReader;

/* --- Reading --- */

/* Each {field} is known, and what stands around them can be printed; FALSE, with a fault, where one is not,
 * or a brace stands alone. The fields' names are no words: in a Hindi line they would be taken for letters of
 * an old font. */
static gboolean
check_words (PatalTemplateReader *reader, PatalLang lang, const char *value)
{
  g_autoptr (GString) around = g_string_new (NULL);
  const char *at = value;

  for (const char *brace; (brace = strpbrk (at, "{}")) != NULL;)
    {
      const char *end = *brace == '{' ? strpbrk (brace + 1, "{}") : NULL;
      g_autofree char *id = NULL;

      if (end == NULL || *end != '}')
        {
          g_autofree char *shown = patal_template_shown (brace);

          patal_template_reader_fault (
              reader, g_strdup_printf (_("A field stands in two braces, as {day}: look at “%s”"), shown));
          return FALSE;
        }
      id = g_strndup (brace + 1, (gsize) (end - brace - 1));
      if (patal_template_find_known (reader, id) == reader->n_known)
        return FALSE;
      g_string_append_len (around, at, brace - at);
      at = end + 1;
    }
  g_string_append (around, at);
  return patal_template_check_text (reader, lang, around->str);
}

static void
set_line (PatalTemplateReader *reader, gsize says, PatalLang lang, const char *value)
{
  LetterReader *self = (LetterReader *) reader;
  Line line = { .says = (Says) says };

  if (says == SAYS_SIGNATURE && ++self->n_signatures[lang] > PATAL_LETTER_MOST_SIGNATURES)
    {
      patal_template_reader_fault (reader, g_strdup_printf (_("At most %d sign: delete a line “signature”"),
                                                            PATAL_LETTER_MOST_SIGNATURES));
      return;
    }
  if (!check_words (reader, lang, value))
    return;
  line.text = g_string_chunk_insert (self->template->strings, value);
  g_array_append_val (self->template->lines[lang], line);
}

static void
set_table (PatalTemplateReader *reader, G_GNUC_UNUSED gsize at, G_GNUC_UNUSED PatalLang lang,
           const char *value)
{
  LetterReader *self = (LetterReader *) reader;
  const char *const *tables = self->template->known->tables;
  guint n = tables != NULL ? g_strv_length ((char **) tables) : 0;
  g_autofree char *typed = patal_template_shown (value), *list = NULL;
  const char *nearest;

  if (n == 0)
    {
      patal_template_reader_fault (reader, g_strdup (_("This letter has no table: delete the line")));
      return;
    }
  for (guint i = 0; i < n; i++)
    if (g_str_equal (tables[i], value))
      {
        for (guint l = 0; l < 2; l++)
          g_array_append_val (self->template->lines[l], ((Line) { .says = SAYS_TABLE, .table = i }));
        return;
      }
  nearest = patal_nearest (value, tables, n);
  list = g_strjoinv (", ", (char **) tables);
  patal_template_reader_fault (
      reader, nearest != NULL
                  ? g_strdup_printf (_("There is no table “%s”: did you mean “%s”?"), typed, nearest)
                  : g_strdup_printf (_("There is no table “%s”: the tables are %s"), typed, list));
}

static gboolean
has_text (const PatalLetterTemplate *self, PatalLang lang)
{
  for (guint i = 0; i < self->lines[lang]->len; i++)
    {
      Says says = g_array_index (self->lines[lang], Line, i).says;

      if (says == SAYS_PARAGRAPH || says == SAYS_PERSON)
        return TRUE;
    }
  return FALSE;
}

static void
check_whole (PatalTemplateReader *reader)
{
  const PatalLetterTemplate *template = ((LetterReader *) reader)->template;

  if (reader->faults->len == 0 && !has_text (template, PATAL_LANG_HI) && !has_text (template, PATAL_LANG_EN))
    patal_template_reader_fault_at (
        reader, 0, g_strdup (_("The letter says nothing: write at least one line “paragraph.hi = …”")));
}

static const PatalTemplateKey keys[] = {
  { 1, "name", PATAL_KEY_SPOKEN, set_line, SAYS_NAME },
  { 1, "office", PATAL_KEY_MANY, set_line, SAYS_OFFICE },
  { 1, "title", PATAL_KEY_SPOKEN, set_line, SAYS_TITLE },
  { 1, "number", PATAL_KEY_SPOKEN, set_line, SAYS_NUMBER },
  { 1, "day", PATAL_KEY_SPOKEN, set_line, SAYS_DAY },
  { 1, "to", PATAL_KEY_MANY, set_line, SAYS_TO },
  { 1, "subject", PATAL_KEY_MANY, set_line, SAYS_SUBJECT },
  { 1, "reference", PATAL_KEY_MANY, set_line, SAYS_REFERENCE },
  { 1, "paragraph", PATAL_KEY_MANY, set_line, SAYS_PARAGRAPH },
  { 1, "person", PATAL_KEY_MANY, set_line, SAYS_PERSON },
  { 1, "table", PATAL_KEY_PLAIN_MANY, set_table, SAYS_TABLE },
  { 1, "closing", PATAL_KEY_SPOKEN, set_line, SAYS_CLOSING },
  { 1, "signature", PATAL_KEY_MANY, set_line, SAYS_SIGNATURE },
  { 1, "copy", PATAL_KEY_MANY, set_line, SAYS_COPY },
  { 1, "foot", PATAL_KEY_SPOKEN, set_line, SAYS_FOOT },
  { 1, "code", PATAL_KEY_SPOKEN, set_line, SAYS_CODE },
};

PatalLetterTemplate *
patal_letter_template_parse (const char *text, gsize length, const PatalLetterKnown *known,
                             GPtrArray **faults)
{
  static const char *const sections[] = { "letter", NULL };
  static const PatalTemplateGrammar grammar = {
    .sections = sections,
    .n_sections = 1,
    .keys = keys,
    .n_keys = G_N_ELEMENTS (keys),
    .check = check_whole,
  };
  g_autoptr (PatalLetterTemplate) template = g_new0 (PatalLetterTemplate, 1);
  LetterReader self = { .reader = { .grammar = &grammar, .known = known->fields, .n_known = known->n_fields },
                        .template = template };

  g_atomic_ref_count_init (&template->refs);
  template->strings = g_string_chunk_new (1024);
  template->known = known;
  for (guint lang = 0; lang < 2; lang++)
    template->lines[lang] = g_array_new (FALSE, FALSE, sizeof (Line));
  return patal_template_reader_read (&self.reader, text, length, faults) ? g_steal_pointer (&template) : NULL;
}

PatalLetterTemplate *
patal_letter_template_ref (PatalLetterTemplate *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
patal_letter_template_unref (PatalLetterTemplate *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint lang = 0; lang < 2; lang++)
    g_array_unref (self->lines[lang]);
  g_string_chunk_free (self->strings);
  g_free (self);
}

const char *
patal_letter_template_name (const PatalLetterTemplate *self, PatalLang lang)
{
  for (guint i = 0; i < self->lines[lang]->len; i++)
    if (g_array_index (self->lines[lang], Line, i).says == SAYS_NAME)
      return g_array_index (self->lines[lang], Line, i).text;
  return NULL;
}

/* --- Filling --- */

/* Appends @text to @out with the fields filled in; what stands in them is not read again. */
static void
expand (const PatalLetterTemplate *self, const char *text, const char *const *values, GString *out)
{
  const char *open;

  for (; (open = strchr (text, '{')) != NULL; text = strchr (open, '}') + 1)
    {
      gsize length = (gsize) (strchr (open, '}') - open - 1);
      guint i = 0;

      g_string_append_len (out, text, open - text);
      while (strlen (self->known->fields[i].id) != length
             || strncmp (self->known->fields[i].id, open + 1, length) != 0)
        i++; /* it is one of them: the reader has seen to that */
      g_string_append (out, values[i] != NULL ? values[i] : BY_HAND);
    }
  g_string_append (out, text);
}

static void
add_part (const PatalLetterTemplate *self, const Line *line, const char *const *values,
          PatalTable *const *tables, PatalLetter *letter)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (line->says == SAYS_TABLE && tables != NULL && tables[line->table] != NULL)
    patal_letter_add_table (letter, tables[line->table]);
  if (line->text == NULL)
    return;
  expand (self, line->text, values, text);
  if (line->says == SAYS_PARAGRAPH)
    patal_letter_add_text (letter, text->str);
  else if (line->says == SAYS_PERSON)
    patal_letter_add_person (letter, text->str);
}

/* The texts of the frame, [Says], and behind them those of the signatures; NULL where nothing is said. */
#define N_TEXTS (N_FRAME_TEXTS + PATAL_LETTER_MOST_SIGNATURES)

static void
fill_frame (const PatalLetterTemplate *self, PatalLang lang, const char *const *values, GString **texts)
{
  guint n_signatures = 0;

  for (guint i = 0; i < self->lines[lang]->len; i++)
    {
      const Line *line = &g_array_index (self->lines[lang], Line, i);
      GString **text;

      if (line->says > SAYS_SIGNATURE)
        continue;
      text = &texts[line->says == SAYS_SIGNATURE ? N_FRAME_TEXTS + n_signatures++ : line->says];
      if (*text == NULL)
        *text = g_string_new (NULL);
      else
        g_string_append_c (*text, '\n');
      expand (self, line->text, values, *text);
    }
}

static const char *
words (GString *const *texts, guint which)
{
  return texts[which] != NULL ? texts[which]->str : NULL;
}

PatalLetter *
patal_letter_template_fill (const PatalLetterTemplate *self, PatalLang lang, PatalLetterShape shape,
                            const char *name, const char *const *values, PatalTable *const *tables)
{
  PatalLang used = has_text (self, lang) ? lang : lang == PATAL_LANG_HI ? PATAL_LANG_EN : PATAL_LANG_HI;
  GString *texts[N_TEXTS] = { NULL };
  PatalLetter *letter;

  fill_frame (self, used, values, texts);
  letter = patal_letter_new (
      &(PatalLetterFrame) { .shape = shape,
                           .lang = used,
                           .name = name,
                           .office = words (texts, SAYS_OFFICE),
                           .title = words (texts, SAYS_TITLE),
                           .number = words (texts, SAYS_NUMBER),
                           .day = words (texts, SAYS_DAY),
                           .to = words (texts, SAYS_TO),
                           .subject = words (texts, SAYS_SUBJECT),
                           .reference = words (texts, SAYS_REFERENCE),
                           .closing = words (texts, SAYS_CLOSING),
                           .signatures = { words (texts, N_FRAME_TEXTS), words (texts, N_FRAME_TEXTS + 1),
                                           words (texts, N_FRAME_TEXTS + 2) },
                           .copies = words (texts, SAYS_COPY),
                           .foot = words (texts, SAYS_FOOT),
                           .code_text = words (texts, SAYS_CODE) });
  for (guint i = 0; i < self->lines[used]->len; i++)
    add_part (self, &g_array_index (self->lines[used], Line, i), values, tables, letter);
  for (guint i = 0; i < N_TEXTS; i++)
    if (texts[i] != NULL)
      g_string_free (texts[i], TRUE);
  return letter;
}
