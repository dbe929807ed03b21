//! How headings, paragraphs and lists are set.

use super::super::model::{Form, Heading};
use super::flow::{Place, Press};
use super::line::{self, Type};

impl Press<'_> {
    pub fn heading(&mut self, heading: &Heading) {
        let size = self.recipe.size;
        let kind = Type::bold(match heading.level() {
            1 => size + 7.0,
            2 => size + 3.0,
            3 => size + 1.5,
            _ => size,
        });
        if heading.level() == 1 {
            self.endnotes();
            self.turn();
        }
        let lead = kind.size * 1.6;
        self.gap(0.4 * lead);
        self.need(lead + 2.0 * self.lead());
        if heading.level() <= 3 {
            self.headings.push(self.page);
        }
        let text = self.style.heading(heading);
        let place = match heading.form {
            Form::Plain | Form::Chapter | Form::Appendix => Place::Center,
            Form::Item | Form::SubItem(_) => Place::Left(2.0 * size),
            _ => Place::Left(0.0),
        };
        self.line(&text, kind, lead, place);
        self.y += 0.2 * lead;
    }

    pub fn paragraph(&mut self, text: &str) {
        let text = self.style.spaced(text);
        let indent = 2.0 * self.recipe.size;
        self.lines(&text, indent, 0.0);
    }

    pub fn bullet(&mut self, text: &str) {
        let text = self.style.spaced(text);
        let size = self.recipe.size;
        let (first, further) = if self.recipe.hangs_bullets {
            (0.0, 1.5 * size)
        } else {
            (2.0 * size, 0.0)
        };
        self.lines(&format!("◇ {text}"), first, further);
    }

    pub fn term(&mut self, term: &str, definition: &str) {
        let (term, definition) = (self.style.spaced(term), self.style.spaced(definition));
        let further = if self.recipe.hangs_bullets {
            2.0 * self.recipe.size
        } else {
            0.0
        };
        self.lines(&format!("◇ {term}：{definition}"), 0.0, further);
    }

    /// Sets a text of the body, its first line indented so far and the others so far.
    fn lines(&mut self, text: &str, first: f64, further: f64) {
        let (kind, lead) = (Type::plain(self.recipe.size), self.lead());
        let measure = self.recipe.paper.measure();
        let lines = line::wrap(text, kind, self.recipe, measure - first, measure - further);
        for (at, line) in lines.iter().enumerate() {
            let indent = if at == 0 { first } else { further };
            let is_last = at + 1 == lines.len();
            let place = if self.recipe.is_justified && !is_last {
                Place::Justified(indent)
            } else {
                Place::Left(indent)
            };
            self.line(line, kind, lead, place);
        }
        self.gap(self.recipe.gap * lead);
    }

    /// Sets a text from the left margin in small type: notes and sources.
    pub fn small(&mut self, text: &str) {
        let kind = self.note_type();
        let measure = self.recipe.paper.measure();
        for line in line::wrap(text, kind, self.recipe, measure, measure) {
            self.line(&line, kind, kind.size * 1.35, Place::Left(0.0));
        }
    }

    /// Sets a caption, in as many lines as it needs.
    pub fn caption(&mut self, text: &str) {
        let kind = Type::bold(self.recipe.size - 1.5);
        let measure = self.recipe.paper.measure() * 0.9;
        for line in line::wrap(text, kind, self.recipe, measure, measure) {
            self.line(&line, kind, kind.size * 1.5, Place::Center);
        }
    }

    /// Names in two columns, which are no table.
    pub fn organisations(&mut self, names: &[[String; 2]]) {
        let kind = Type::plain(self.recipe.size - 1.5);
        let lead = kind.size * self.recipe.leading;
        let paper = self.recipe.paper;
        for [left, right] in names {
            self.need(lead);
            let baseline = self.y + lead * 0.7;
            self.set_at(left, kind, paper.left, baseline);
            let middle = paper.left + paper.measure() / 2.0 + 8.0;
            self.set_at(right, kind, middle, baseline);
            self.y += lead;
        }
        self.gap(self.lead() / 2.0);
    }
}
