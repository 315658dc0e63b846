/* patal-pdf-outline.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf-outline.h"

#define LENGTH_DECIMALS 2

/* A line that may get lines below it yet; numbers are of objects, 0: none. */
typedef struct
{
  guint  number, parent, previous, first, last;
  guint  page;
  double top;
  char  *title;
} Line;

struct _PatalPdfOutline
{
  PatalPdfFile *file;
  GArray *open; /* of Line: the last of each level */
  guint   root, first, last, n_top;
};

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->title);
}

PatalPdfOutline *
patal_pdf_outline_new (PatalPdfFile *file)
{
  PatalPdfOutline *outline = g_new0 (PatalPdfOutline, 1);

  outline->file = file;
  outline->open = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (outline->open, line_clear);
  return outline;
}

void
patal_pdf_outline_free (PatalPdfOutline *outline)
{
  g_array_unref (outline->open);
  g_free (outline);
}

static void
append_kin (GString *body, const char *name, guint number)
{
  if (number == 0)
    return;
  g_string_append (body, name);
  patal_pdf_append_reference (body, number);
}

static void
write_line (PatalPdfOutline *outline, const Line *line, guint next)
{
  g_autoptr (GString) body = g_string_new ("<</Title");

  patal_pdf_append_text (body, line->title);
  append_kin (body, "/Parent ", line->parent);
  append_kin (body, "/Prev ", line->previous);
  append_kin (body, "/Next ", next);
  append_kin (body, "/First ", line->first);
  append_kin (body, "/Last ", line->last);
  if (line->first != 0)
    g_string_append (body, "/Count -1"); /* closed */
  g_string_append (body, "/Dest[");
  patal_pdf_append_reference (body, line->page);
  g_string_append (body, "/XYZ 0 ");
  patal_pdf_append_number (body, line->top, LENGTH_DECIMALS);
  g_string_append (body, " null]>>");
  patal_pdf_file_object (outline->file, line->number, body->str, body->len);
}

/* The lines from @level on get no lines below them any more; the first of them is followed by @next. */
static void
close_lines (PatalPdfOutline *outline, guint level, guint next)
{
  for (guint i = level; i < outline->open->len; i++)
    write_line (outline, &g_array_index (outline->open, Line, i), i == level ? next : 0);
}

void
patal_pdf_outline_add (PatalPdfOutline *outline, guint level, guint page, double top, const char *title)
{
  Line line = { .page = page, .top = top, .title = g_strdup (title) };

  if (outline->root == 0)
    outline->root = patal_pdf_file_reserve (outline->file);
  line.number = patal_pdf_file_reserve (outline->file);
  level = MIN (level, outline->open->len);
  if (level < outline->open->len)
    line.previous = g_array_index (outline->open, Line, level).number;
  close_lines (outline, level, line.number);
  g_array_set_size (outline->open, level);
  if (level > 0)
    {
      Line *parent = &g_array_index (outline->open, Line, level - 1);

      line.parent = parent->number;
      parent->last = line.number;
      if (parent->first == 0)
        parent->first = line.number;
    }
  else
    {
      line.parent = outline->root;
      outline->last = line.number;
      if (outline->n_top++ == 0)
        outline->first = line.number;
    }
  g_array_append_val (outline->open, line);
}

guint
patal_pdf_outline_finish (PatalPdfOutline *outline)
{
  g_autoptr (GString) body = g_string_new (NULL);

  if (outline->root == 0)
    return 0;
  close_lines (outline, 0, 0);
  g_array_set_size (outline->open, 0);
  g_string_printf (body, "<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %u>>", outline->first, outline->last, outline->n_top);
  patal_pdf_file_object (outline->file, outline->root, body->str, body->len);
  return outline->root;
}
