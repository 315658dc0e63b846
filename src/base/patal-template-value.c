/* patal-template-value.c: what stands behind the keys of a board's template
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-template-private.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_SHARE  20.0
#define LEAST_SHARE 0.1
#define MM_PER_FOOT 304.8
#define LEAST_READING_M 0.3
#define MOST_READING_M  100.0

static PatalBoardReader *
board_of (PatalTemplateReader *self)
{
  return (PatalBoardReader *) self;
}

static gpointer
target_of (PatalTemplateReader *self)
{
  return self->section == PATAL_IN_FIELD ? (gpointer) &board_of (self)->field : (gpointer) &board_of (self)->template->frame;
}

void
patal_template_set_text (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value)
{
  const char **texts = G_STRUCT_MEMBER_P (target_of (self), at);

  if (patal_template_check_text (self, lang, value))
    texts[lang] = g_string_chunk_insert (board_of (self)->template->strings, value);
}

void
patal_template_add_line (PatalTemplateReader *self, gsize at G_GNUC_UNUSED, PatalLang lang, const char *value)
{
  if (patal_template_check_text (self, lang, value))
    g_ptr_array_add (board_of (self)->template->back[lang], g_string_chunk_insert (board_of (self)->template->strings, value));
}

void
patal_template_set_kinds (PatalTemplateReader *self, gsize at G_GNUC_UNUSED, PatalLang lang G_GNUC_UNUSED, const char *value)
{
  static const struct
  {
    const char *word;
    PatalTemplateFor kinds;
  } words[] = {
    { "community", PATAL_TEMPLATE_COMMUNITY },
    { "individual", PATAL_TEMPLATE_INDIVIDUAL },
    { "both", PATAL_TEMPLATE_COMMUNITY | PATAL_TEMPLATE_INDIVIDUAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (value, words[i].word) == 0)
      {
        board_of (self)->template->frame.kinds = words[i].kinds;
        return;
      }
  patal_template_reader_fault (self, g_strdup (_("A template is for “community”, “individual” or “both”: write one of the three")));
}

void
patal_template_set_size (PatalTemplateReader *self, gsize at G_GNUC_UNUSED, PatalLang lang G_GNUC_UNUSED, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!patal_board_size_parse (value, &board_of (self)->template->frame.width_mm, &board_of (self)->template->frame.height_mm, &error))
    patal_template_reader_fault (self, g_strdup (error->message));
}

void
patal_template_set_colour (PatalTemplateReader *self, gsize at, PatalLang lang G_GNUC_UNUSED, const char *value)
{
  guint32 *colour = G_STRUCT_MEMBER_P (&board_of (self)->template->frame, at);

  if (value[0] != '#' || strlen (value) != 7 || strspn (value + 1, "0123456789abcdefABCDEF") != 6)
    {
      patal_template_reader_fault (self, g_strdup (_("A colour is # and six digits from 0 to 9 and a to f, for example #FFD54F for yellow")));
      return;
    }
  *colour = (guint32) g_ascii_strtoull (value + 1, NULL, 16);
  board_of (self)->colour_line = self->line;
}

/* A number from @least to @most at the beginning of @text; *@rest: what stands behind it. */
static gboolean
read_number (const char *text, double least, double most, double *number, char **rest)
{
  g_autofree char *digits = patal_text_ascii_digits (text);
  gsize length = strspn (digits, "0123456789.");
  char *end;
  g_autofree char *figure = g_strndup (digits, length);
  double read = g_ascii_strtod (figure, &end);

  if (end == figure || *end != '\0' || !(read >= least && read <= most))
    return FALSE;
  *number = read;
  *rest = g_strstrip (g_strdup (digits + length));
  return TRUE;
}

void
patal_template_set_share (PatalTemplateReader *self, gsize at, PatalLang lang G_GNUC_UNUSED, const char *value)
{
  double *share = G_STRUCT_MEMBER_P (&board_of (self)->field, at);
  g_autofree char *rest = NULL;

  if (!read_number (value, LEAST_SHARE, MOST_SHARE, share, &rest) || *rest != '\0')
    patal_template_reader_fault (self, g_strdup (_("Here stands a number from 0.1 to 20, for example 1.5")));
}

void
patal_template_set_reading (PatalTemplateReader *self, gsize at G_GNUC_UNUSED, PatalLang lang G_GNUC_UNUSED, const char *value)
{
  static const struct
  {
    const char *word;
    double metres;
  } units[] = {
    { "m", 1 }, { "metre", 1 }, { "metres", 1 }, { "meter", 1 }, { "मी", 1 }, { "मी.", 1 }, { "मीटर", 1 },
    { "ft", MM_PER_FOOT / 1000 }, { "feet", MM_PER_FOOT / 1000 }, { "फीट", MM_PER_FOOT / 1000 },
  };
  g_autofree char *unit = NULL;
  double number;

  if (read_number (value, 0, G_MAXUINT16, &number, &unit))
    for (guint i = 0; i < G_N_ELEMENTS (units); i++)
      if (g_str_equal (unit, units[i].word) && number * units[i].metres >= LEAST_READING_M && number * units[i].metres <= MOST_READING_M)
        {
          board_of (self)->template->frame.reading_m = number * units[i].metres;
          return;
        }
  patal_template_reader_fault (self, g_strdup (_("Here stands from how far the board is to be read, 0.3 m to 100 m, for example 3 m or 10 ft")));
}

/* -1: neither yes nor no. */
static int
read_flag (const char *value)
{
  static const char *const words[] = { "no", "yes", "नहीं", "हाँ", "नही", "हां" };
  g_autofree char *small = g_ascii_strdown (value, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (small, words[i]))
      return (int) (i % 2);
  return -1;
}

static void
fault_flag (PatalTemplateReader *self)
{
  patal_template_reader_fault (self, g_strdup (_("Here stands “yes” or “no”")));
}

void
patal_template_set_flag (PatalTemplateReader *self, gsize at, PatalLang lang G_GNUC_UNUSED, const char *value)
{
  int flag = read_flag (value);

  if (flag < 0)
    fault_flag (self);
  else
    G_STRUCT_MEMBER (gboolean, &board_of (self)->field, at) = flag;
}

void
patal_template_set_required (PatalTemplateReader *self, gsize at G_GNUC_UNUSED, PatalLang lang G_GNUC_UNUSED, const char *value)
{
  int flag = read_flag (value);

  if (flag < 0)
    fault_flag (self);
  else
    board_of (self)->field.required = flag > 0 ? PATAL_REQUIRED_YES : PATAL_REQUIRED_NO;
}

void
patal_template_set_later (PatalTemplateReader *self, gsize at G_GNUC_UNUSED, PatalLang lang G_GNUC_UNUSED, const char *value)
{
  if (g_ascii_strcasecmp (value, "completion") != 0)
    patal_template_reader_fault (self, g_strdup (_("A field is empty until “completion”: write that word, or delete the line")));
  else
    board_of (self)->field.later = TRUE;
}

void
patal_template_set_code (PatalTemplateReader *self, gsize at G_GNUC_UNUSED, PatalLang lang G_GNUC_UNUSED, const char *value)
{
  GArray *code = board_of (self)->template->code;
  g_auto (GStrv) ids = g_strsplit (value, ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint known = *g_strstrip (ids[i]) != '\0' ? patal_template_find_known (self, ids[i]) : self->n_known;

      for (guint k = 0; k < code->len; k++)
        if (g_array_index (code, guint, k) == known)
          {
            patal_template_reader_fault (self, g_strdup_printf (_("“%s” stands here twice: once is enough"), ids[i]));
            known = self->n_known;
          }
      if (*ids[i] == '\0')
        patal_template_reader_fault (self, g_strdup (_("Between two commas, or at an end, no field is named")));
      else if (known < self->n_known)
        g_array_append_val (code, known);
    }
}
