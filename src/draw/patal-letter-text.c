/* patal-letter-text.c: a letter's layout written down, and read again
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line each mark: a word, numbers in points, and at its end a text, in which a line feed is \n and a
 * backslash \\. */
#include "patal-letter-marks.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define BEGIN "gram-patal-letter "
#define VERSION 1
#define MOST_PT 10000 /* a place farther out is none */
#define MOST_MARKS 2000000
#define MOST_COLUMNS 1000

static const char *const lang_ids[] = { [PATAL_LANG_HI] = "hi", [PATAL_LANG_EN] = "en" };
static const char *const align_ids[]
    = { [PATAL_ALIGN_START] = "start", [PATAL_ALIGN_CENTER] = "center", [PATAL_ALIGN_END] = "end" };
static const char *const tag_ids[] = {
  [PATAL_TAG_PARAGRAPH] = "paragraph",
  [PATAL_TAG_TITLE] = "title",
  [PATAL_TAG_HEADING] = "heading",
  [PATAL_TAG_TABLE] = "table",
  [PATAL_TAG_ROW] = "row",
  [PATAL_TAG_HEAD_CELL] = "head-cell",
  [PATAL_TAG_ROW_HEAD_CELL] = "row-head-cell",
  [PATAL_TAG_CELL] = "cell",
  [PATAL_TAG_FIGURE] = "figure",
  [PATAL_TAG_ARTIFACT] = "artifact",
};
static const char *const turn_ids[]
    = { [PATAL_TURN_PORTRAIT] = "portrait", [PATAL_TURN_LANDSCAPE] = "landscape" };

/* --- Writing --- */

static void
add_numbers (GString *out, const double *numbers, guint n)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, " %s", g_ascii_formatd (digits, sizeof digits, "%.2f", numbers[i]));
}
#define ADD_NUMBERS(out, ...)                                                                                \
  add_numbers (out, (const double[]) { __VA_ARGS__ },                                                         \
               sizeof ((const double[]) { __VA_ARGS__ }) / sizeof (double))

static void
add_text (GString *out, const char *text)
{
  g_string_append_c (out, ' ');
  for (; *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (out, "\\n");
    else if (*text == '\\')
      g_string_append (out, "\\\\");
    else
      g_string_append_c (out, *text);
}

static void
write_mark (GString *out, const PatalMark *mark)
{
  const PatalBox *box = &mark->box;

  switch (mark->kind)
    {
    case PATAL_MARK_TEXT:
      g_string_append (out, "text");
      ADD_NUMBERS (out, box->x, box->y, box->width, mark->size, mark->leading);
      g_string_append_printf (out, " %d %s %s", (int) mark->weight, align_ids[mark->align],
                              lang_ids[mark->lang]);
      add_text (out, mark->text);
      break;
    case PATAL_MARK_RULE:
      g_string_append (out, mark->dashed ? "dashes" : "rule");
      ADD_NUMBERS (out, box->x, box->y, box->width, box->height, mark->size, mark->grey);
      break;
    case PATAL_MARK_GROUND:
      g_string_append (out, "ground");
      ADD_NUMBERS (out, box->x, box->y, box->width, box->height, mark->grey);
      break;
    case PATAL_MARK_CODE:
      g_string_append (out, "code");
      ADD_NUMBERS (out, box->x, box->y, box->width, box->height);
      add_text (out, mark->text);
      break;
    case PATAL_MARK_TAG:
      g_string_append_printf (out, "%s %s %s %u", mark->goes_on ? "go-on" : "tag", tag_ids[mark->tag],
                              lang_ids[mark->lang], mark->n_columns);
      break;
    case PATAL_MARK_TAG_END:
      g_string_append (out, "end-tag");
      break;
    default:
      g_return_if_reached ();
    }
  g_string_append_c (out, '\n');
}

char *
patal_letter_layout_to_text (const PatalLetterLayout *layout)
{
  GString *out = g_string_new (BEGIN);
  guint page = 0;

  g_string_append_printf (out, "%d\nsheet %s\nlanguage %s\nname", VERSION, turn_ids[layout->turn],
                          lang_ids[layout->lang]);
  add_text (out, layout->name);
  g_string_append (out, layout->cut ? "\ncut\n" : "\n");
  for (guint i = 0; i <= layout->marks->len; i++)
    {
      for (; page < layout->pages->len && g_array_index (layout->pages, guint, page) == i; page++)
        g_string_append (out, "page\n");
      if (i < layout->marks->len)
        write_mark (out, &g_array_index (layout->marks, PatalMark, i));
    }
  g_string_append (out, "end\n");
  return g_string_free (out, FALSE);
}

/* --- Reading --- */

typedef struct
{
  PatalLetterLayout *layout;
  guint              depth; /* of tags that are open */
  gboolean           ended;
} Reader;

/* Takes the next word off *@rest, to the next space. */
static char *
take_word (char **rest)
{
  char *word = *rest, *space = strchr (word, ' ');

  if (space != NULL)
    *space = '\0';
  *rest = space != NULL ? space + 1 : word + strlen (word);
  return word;
}

static gboolean
take_numbers (char **rest, double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *word = take_word (rest);
      char *end;

      if (!g_ascii_isdigit (*word) && *word != '-')
        return FALSE;
      numbers[i] = g_ascii_strtod (word, &end);
      if (*end != '\0' || !isfinite (numbers[i]) || fabs (numbers[i]) > MOST_PT)
        return FALSE;
    }
  return TRUE;
}

/* Which of @ids the next word is; -1: none. */
static int
take_id (char **rest, const char *const *ids, guint n)
{
  const char *word = take_word (rest);

  for (guint i = 0; i < n; i++)
    if (ids[i] != NULL && g_str_equal (ids[i], word))
      return (int) i;
  return -1;
}
#define TAKE_ID(rest, ids) take_id (rest, ids, G_N_ELEMENTS (ids))

/* (nullable): the layout's. */
static const char *
keep_text (Reader *reader, const char *rest)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; *rest != '\0'; rest++)
    {
      if (*rest == '\\' && rest[1] != 'n' && rest[1] != '\\')
        return NULL;
      g_string_append_c (text, *rest != '\\' ? *rest : rest[1] == 'n' ? '\n' : '\\');
      rest += *rest == '\\';
    }
  return patal_letter_layout_keep (reader->layout, text->str);
}

static gboolean
read_text (Reader *reader, PatalMark *mark, char *rest)
{
  double n[5];
  int weight, align, lang;
  char *number;

  if (!take_numbers (&rest, n, 5) || n[2] < 0 || n[3] <= 0 || n[3] > 1000 || n[4] < 0 || n[4] > 10)
    return FALSE;
  number = take_word (&rest);
  weight = g_str_equal (number, "400")   ? PATAL_WEIGHT_REGULAR
           : g_str_equal (number, "700") ? PATAL_WEIGHT_BOLD
                                         : -1;
  align = TAKE_ID (&rest, align_ids);
  lang = TAKE_ID (&rest, lang_ids);
  if (weight < 0 || align < 0 || lang < 0)
    return FALSE;
  *mark = (PatalMark) { .kind = PATAL_MARK_TEXT,
                       .box = { n[0], n[1], n[2], 0 },
                       .size = n[3],
                       .leading = n[4],
                       .weight = (PatalWeight) weight,
                       .align = (PatalAlign) align,
                       .lang = (PatalLang) lang,
                       .text = keep_text (reader, rest) };
  return mark->text != NULL;
}

static gboolean
read_box (Reader *reader, PatalMark *mark, PatalMarkKind kind, char *rest)
{
  guint n = kind == PATAL_MARK_RULE ? 6 : kind == PATAL_MARK_GROUND ? 5 : 4;
  double numbers[6] = { 0 };

  if (!take_numbers (&rest, numbers, n))
    return FALSE;
  *mark = (PatalMark) { .kind = kind, .box = { numbers[0], numbers[1], numbers[2], numbers[3] } };
  if (kind == PATAL_MARK_RULE)
    mark->size = numbers[4];
  mark->grey = kind == PATAL_MARK_RULE ? numbers[5] : numbers[4];
  if (mark->grey < 0 || mark->grey > 1 || mark->size < 0
      || (kind != PATAL_MARK_RULE && (numbers[2] < 0 || numbers[3] < 0)))
    return FALSE;
  if (kind == PATAL_MARK_CODE)
    return (mark->text = keep_text (reader, rest)) != NULL;
  return *rest == '\0';
}

static gboolean
read_tag (Reader *reader, PatalMark *mark, char *rest, gboolean goes_on)
{
  int tag = TAKE_ID (&rest, tag_ids), lang = TAKE_ID (&rest, lang_ids);
  guint64 columns;

  if (tag < 0 || lang < 0 || !g_ascii_string_to_unsigned (rest, 10, 0, MOST_COLUMNS, &columns, NULL))
    return FALSE;
  reader->depth++;
  *mark = (PatalMark) { .kind = PATAL_MARK_TAG,
                       .tag = (PatalTag) tag,
                       .lang = (PatalLang) lang,
                       .n_columns = (guint) columns,
                       .goes_on = goes_on };
  return TRUE;
}

static gboolean
read_mark (Reader *reader, const char *word, char *rest)
{
  PatalMark mark;

  if (reader->layout->pages->len == 0 || reader->layout->marks->len >= MOST_MARKS)
    return FALSE;
  if (g_str_equal (word, "text"))
    {
      if (!read_text (reader, &mark, rest))
        return FALSE;
    }
  else if (g_str_equal (word, "rule") || g_str_equal (word, "dashes"))
    {
      if (!read_box (reader, &mark, PATAL_MARK_RULE, rest))
        return FALSE;
      mark.dashed = *word == 'd';
    }
  else if (g_str_equal (word, "ground") || g_str_equal (word, "code"))
    {
      if (!read_box (reader, &mark, *word == 'g' ? PATAL_MARK_GROUND : PATAL_MARK_CODE, rest))
        return FALSE;
    }
  else if (g_str_equal (word, "tag") || g_str_equal (word, "go-on"))
    {
      if (!read_tag (reader, &mark, rest, *word == 'g'))
        return FALSE;
    }
  else if (g_str_equal (word, "end-tag") && reader->depth > 0 && *rest == '\0')
    {
      mark = (PatalMark) { .kind = PATAL_MARK_TAG_END };
      reader->depth--;
    }
  else
    return FALSE;
  g_array_append_val (reader->layout->marks, mark);
  return TRUE;
}

/* What is said of the whole, before the first page. */
static gboolean
read_head (Reader *reader, const char *word, char *rest)
{
  PatalLetterLayout *layout = reader->layout;
  int id;

  if (layout->pages->len > 0)
    return FALSE;
  if (g_str_equal (word, "name"))
    return (layout->name = keep_text (reader, rest)) != NULL;
  if (g_str_equal (word, "cut"))
    return layout->cut = TRUE;
  id = g_str_equal (word, "sheet")      ? TAKE_ID (&rest, turn_ids)
       : g_str_equal (word, "language") ? TAKE_ID (&rest, lang_ids)
                                        : -1;
  if (id >= 0 && *word == 's')
    layout->turn = (PatalTurn) id;
  else if (id >= 0)
    layout->lang = (PatalLang) id;
  return id >= 0;
}

static gboolean
read_line (Reader *reader, char *line)
{
  char *rest = line;
  const char *word = take_word (&rest);

  if (reader->ended)
    return FALSE;
  if (g_str_equal (word, "page") || g_str_equal (word, "end"))
    {
      if (reader->depth > 0 || *rest != '\0' || (*word == 'e' && reader->layout->pages->len == 0))
        return FALSE;
      if (*word == 'p')
        patal_letter_layout_page (reader->layout);
      reader->ended = *word == 'e';
      return TRUE;
    }
  return reader->layout->pages->len > 0 ? read_mark (reader, word, rest) : read_head (reader, word, rest);
}

PatalLetterLayout *
patal_letter_layout_from_text (const char *text, GError **error)
{
  g_autoptr (PatalLetterLayout) layout = patal_letter_layout_alloc ("", PATAL_LANG_HI, PATAL_TURN_PORTRAIT);
  Reader reader = { .layout = layout };
  guint64 version = 0;
  const char *at = strchrnul (text, '\n');
  g_autofree char *first = g_strndup (text, (gsize) (at - text));
  gboolean good = g_str_has_prefix (first, BEGIN) && g_utf8_validate (text, -1, NULL)
                  && g_ascii_string_to_unsigned (first + strlen (BEGIN), 10, 1, G_MAXINT, &version, NULL)
                  && version <= VERSION;

  while (good && *at != '\0' && at[1] != '\0')
    {
      const char *end = strchrnul (at + 1, '\n');
      g_autofree char *line = g_strndup (at + 1, (gsize) (end - at - 1));

      good = read_line (&reader, line);
      at = end;
    }
  if (good && reader.ended)
    return g_steal_pointer (&layout);
  g_set_error_literal (
      error, PATAL_LETTER_LAYOUT_ERROR, PATAL_LETTER_LAYOUT_ERROR_TEXT,
      version > VERSION
          ? _("This letter was issued by a newer version of the program: use that one to print it again")
          : _("The letter that was kept cannot be read"));
  return NULL;
}
